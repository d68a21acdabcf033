"""How a test says what it promises."""


def promise(sentence, long=False):
    """Marks a test; `long` ones run with --all only, or by name."""
    def mark(function):
        function.promise = sentence
        function.long = long
        return function
    return mark
