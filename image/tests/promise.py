"""How a test says what it promises."""


def promise(sentence, control, long=False, needs_tpm=False):
    """Marks a test; `long` ones run with --all only, or by name. One that `needs_tpm` is left out on a board without.
    `control` is a pair: what is wrong on purpose when the test is called with broken=True, and a pattern that is in
    the reason for which it must fail then."""
    def mark(function):
        function.promise = sentence
        function.control, function.reason = control
        function.long = long
        function.needs_tpm = needs_tpm
        return function
    return mark
