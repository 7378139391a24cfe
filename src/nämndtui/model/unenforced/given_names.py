"""Given names common in Sweden, to tell a name at the beginning of a sentence from a word."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a text parted by blanks."""
    return frozenset(text.split())


GIVEN_NAMES = words_of(
    """
    ada adam agnes agneta albin alexander alfred ali alice alma amanda amina anders andreas
    anita ann anna anne annika anton arne arvid astrid axel barbro bengt berit bertil birgit
    birgitta bo britt camilla carina carl cecilia charlotte christer christina clara dagny dan
    daniel david ebba edith elin elina elisabeth ella ellen elsa elsie emelie emil emma erik
    erika ester eva evert fatima filip fredrik frida gabriel georg gerd gertrud gösta greta
    gudrun gun gunilla gunnar gunnel gustav göran hanna hans harald harry hassan helen helena
    helga henrik hugo håkan ida inga ingegerd inger ingrid irene isak isabelle ivar jakob jan
    jenny jens jessica johan johanna john jonas josef josefin julia kajsa karin karl katarina
    kent kerstin kevin kim kjell klara kristina kurt lars lena lennart leo liam lina linda
    linnea lisa lotta louise lovisa lucas ludvig maja malin margareta maria marie marianne
    märta martin mats matilda mikael mohammed mona monica moa märit natalie niklas nils nina
    noah ola olga olle oskar olof oscar patrik pelle per pernilla peter petra pia ragnar
    rebecka robert roger roland rolf rune ruth sara sebastian signe sigrid simon siv sofia
    sofie solveig sonja stefan sten stig stina sture sune susanne svante sven tage teodor theo
    therese thomas tomas tommy tore torsten tove ulf ulla ulrika urban vera vendela victor
    viktor viktoria vilhelm viola wilma yngve yvonne åke åsa örjan östen
    """
)
"""Without capitals. Far from every name: what it lacks is known by its capitals alone."""
