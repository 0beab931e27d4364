"""Who supervises whom next year: the question, its exact answer, and checks that trust neither."""
