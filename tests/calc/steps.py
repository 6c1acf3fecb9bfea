"""Hears the steps of a command, as the office's window does."""

import time

import unohelper
from com.sun.star.task import XStatusIndicator
from com.sun.star.uno import RuntimeException, XAdapter, XWeak


class Adapter(unohelper.Base, XAdapter):
    """Stands for an object that the office holds weakly. It must hold the references of the office in turn: one that
    is let go while the office is still making it is freed there, and used afterwards.
    """

    def __init__(self, adapted):
        self.adapted = adapted
        self.references = []

    def queryAdapted(self):
        return self.adapted

    def addReference(self, reference):
        self.references.append(reference)

    def removeReference(self, reference):
        if reference in self.references:
            self.references.remove(reference)


class Steps(unohelper.Base, XStatusIndicator, XWeak):
    """In place of the progress in a window's status bar. Where that handles its events, this calls act(name, share).

    The window holds it weakly, and asks it for an adapter to do so.
    """

    def __init__(self, document, act=None):
        self.act = act
        self.name = None
        self.heard = []  # when, name, share in percent
        document.CurrentController.Frame.IndicatorInterception = self

    def longest_silence(self, start, end):
        """The longest time between two steps, in seconds; the step in which it fell."""
        moments = [(start, "", 0), *self.heard, (end, "", 100)]
        return max((after[0] - before[0], before[1]) for before, after in zip(moments, moments[1:]))

    def queryAdapter(self):
        return Adapter(self)

    def start(self, name, _):
        self.name = name

    def setText(self, name):
        self.name = name

    def setValue(self, share):
        self.heard.append((time.perf_counter(), self.name, share))
        if self.act:
            self.act(self.name, share)

    def end(self):
        pass

    def reset(self):
        pass


def give_up_at(document, step):
    """The command that runs next fails where it comes to that step, the last one that the result hears."""
    def act(name, _):
        if name == step:
            raise RuntimeException("given up", None)
    return Steps(document, act)
