"""Delegationsbeslut and Ej verkställda: registers as lists, with what follows from them."""
