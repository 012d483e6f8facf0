"""The file under the paper: whatever objects are put into it, other readers find each under its number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from printed_pages import reader
from pypdf.generic import TextStringObject

from orgmodel.pdf.file.objects import Objects, string

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)


def _file(objects: Objects) -> bytes:
    pages = objects.put("<</Type/Pages/Kids[]/Count 0>>")
    return objects.finished(objects.put(f"<</Type/Catalog/Pages {pages} 0 R>>"), objects.put("<<>>"))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from((0, 120, 144, 168))), max_size=30), st.integers(0, 5))
def test_each_object_is_found_under_its_number(put, gap):
    objects = Objects()
    numbers = []
    for text, width in put:
        number = objects.reserve()
        objects.reserve(gap)
        objects.put_all(width, (number,), (f"<</Said{string(text)}>> ".ljust(width),))
        numbers.append(number)
    book = reader(_file(objects))
    for number, (text, _) in zip(numbers, put, strict=True):
        assert book.get_object(number)["/Said"] == TextStringObject(text)


def test_thousands_of_objects_fill_several_streams():
    objects = Objects()
    first = objects.reserve(5000)
    numbers = range(first, first + 5000)
    objects.put_all(24, numbers, [f"<</N {number}>>".ljust(24) for number in numbers])
    book = reader(_file(objects))
    assert all(book.get_object(number)["/N"] == number for number in (first, first + 255, first + 256, first + 4999))


def test_what_is_alike_takes_a_few_bytes_each():
    objects = Objects()
    first = objects.reserve(2000)
    numbers = range(first, first + 2000)
    objects.put_all(48, numbers, [f"<</S/TD/P {number // 7:6} 0 R/K {number % 90}>>".ljust(48) for number in numbers])
    assert len(_file(objects)) < 2000 * 6
