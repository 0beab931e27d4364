"""A country in parallel: every official judged and every commune's rotation planned, on as many processes as there are."""
