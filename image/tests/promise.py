"""How a test says what it promises."""


def promise(sentence, control, long=False):
    """Marks a test; `long` ones run with --all only, or by name. `control` is a pair: what is wrong on purpose
    when the test is called with broken=True, and a pattern that is in the reason for which it must fail then."""
    def mark(function):
        function.promise = sentence
        function.control, function.reason = control
        function.long = long
        return function
    return mark
