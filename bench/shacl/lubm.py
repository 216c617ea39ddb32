#!/usr/bin/env python3
"""Deterministic generator of university data after the manner of LUBM (Guo, Pan, Heflin 2005), as N-Triples.

usage: lubm.py TRIPLES [SEED] > data.nt

Ends with the department in which TRIPLES is reached; about 0.5 % of the nodes break a shape of lubm.ttl. The class
hierarchy is part of the data. Identifiers differ between seeds, so the data of several seeds may be joined.
"""
import random, sys

WANTED = int(sys.argv[1])
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
R = random.Random(SEED)
U = "<http://univ.example.org/ns#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
XSD = "^^<http://www.w3.org/2001/XMLSchema#%s>"
SUBCLASSES = {"Organization": "University Department ResearchGroup", "Person": "Employee Student", "Employee": "Faculty Staff",
              "Faculty": "Professor Lecturer", "Professor": "FullProfessor AssociateProfessor AssistantProfessor",
              "Student": "UndergraduateStudent GraduateStudent", "Staff": "TeachingAssistant", "Work": "Course Publication",
              "Course": "GraduateCourse", "Publication": "Article Book"}
INTERESTS = ["Databases", "Logic", "Semantics", "Ethics", "Topology", "Genetics", "Poetry", "Optics"]
out, count = [], 0


def say(s, p, o):
    global count
    count += 1
    out.append("%s %s%s> %s .\n" % (s, U, p, o))


def typed(s, name):
    global count
    count += 1
    out.append("%s %s %s%s> .\n" % (s, TYPE, U, name))


def text(value, kind=None):
    return '"%s"%s' % (value, XSD % kind if kind else "")


def bad(share=0.005):
    return R.random() < share


def person(s, kind, label, home, department):
    typed(s, kind)
    say(s, "name", text(label) if not bad() else text("") if bad(0.5) else text(label, "token"))
    say(s, "email", text("%s@%s.example.org" % (label.lower(), home) if not bad() else "nowhere"))
    if not bad():
        say(s, "memberOf", department)
    if bad():
        say(s, "nickname", text("Q" + label))  # the shapes of persons are closed


def faculty(base, home, department, universities, courses):
    staff = []
    for kind, number in (("FullProfessor", R.randint(2, 4)), ("AssociateProfessor", R.randint(2, 5)), ("AssistantProfessor", R.randint(2, 4)),
                         ("Lecturer", R.randint(1, 3))):
        for i in range(number):
            s = "<%s/%s%d>" % (base, kind, i)
            staff.append((s, kind))
            person(s, kind, "%s%d" % (kind, i), home, department)
            say(s, "worksFor", department)
            for degree in ("bachelorFrom", "masterFrom", "doctorFrom"):
                if kind != "Lecturer" and not bad():
                    say(s, degree, R.choice(universities))
            say(s, "hiredOn", text("%d-%02d-%02d" % (R.randint(1980, 2020), R.randint(1, 12), R.randint(1, 28)), "date"))
            say(s, "promotedOn", text("%d-%02d-%02d" % (R.randint(2021, 2025) if not bad() else 1975, R.randint(1, 12), R.randint(1, 28)), "date"))
            say(s, "interest", text(R.choice(INTERESTS) if not bad() else "Golf"))
            for _ in range(R.randint(1, 2)):
                c = "<%s/Course%d>" % (base, len(courses))
                graduate = R.random() < 0.4
                courses.append((c, graduate))
                typed(c, "GraduateCourse" if graduate else "Course")
                say(c, "name", text("Course%d" % len(courses)))
                say(c, "credits", text(R.choice([3, 5, 8]) if not bad() else 50, "integer"))
                if not bad():
                    say(s, "teaches", c)
    return staff


def publications(base, staff, students):
    for i in range(len(staff) * 2):
        p = "<%s/Publication%d>" % (base, i)
        typed(p, R.choice(["Article", "Book", "Publication"]))
        say(p, "name", text("Publication%d" % i))
        say(p, "author", R.choice(staff)[0])
        if R.random() < 0.6:
            say(p, "author", R.choice(students))
        say(p, "year", text(R.randint(1990, 2025) if not bad() else 20250, "gYear"))


def department(university, home, number, universities):
    base = "http://univ.example.org/%d/%s/d%d" % (SEED, home, number)
    d = "<%s>" % base
    typed(d, "Department")
    say(d, "name", text("Department%d" % number))
    say(d, "partOf", university)
    courses = []
    staff = faculty(base, "d%d.%s" % (number, home), d, universities, courses)
    rank = "FullProfessor" if not bad(0.02) else "Lecturer"
    say(next(s for s, kind in staff if kind == rank), "headOf", d)
    if bad(0.02):
        say(staff[2][0], "headOf", d)
    for i in range(R.randint(1, 3)):
        g = "<%s/Group%d>" % (base, i)
        typed(g, "ResearchGroup")
        say(g, "partOf", d if not bad(0.02) else g)  # a group that is part of itself only
    professors = [s for s, kind in staff if kind != "Lecturer"]
    students = []
    for i in range(R.randint(60, 90)):
        graduate = i % 5 == 0
        s = "<%s/Student%d>" % (base, i)
        students.append(s)
        person(s, "GraduateStudent" if graduate else "UndergraduateStudent", "Student%d" % i, "d%d.%s" % (number, home), d)
        if graduate:
            typed(s, "TeachingAssistant")
            if not bad():
                say(s, "bachelorFrom", R.choice(universities))
            say(s, "advisor", R.choice(professors) if not bad() else R.choice(students))
        taken = R.sample(courses, R.randint(2, 4))
        for c, _ in taken:
            say(s, "takes", c)
        if graduate:
            others = [c for c in courses if c not in taken]
            say(s, "assistsIn", R.choice(others if not bad(0.02) else taken)[0])
        say(s, "age", text(R.randint(17, 40) if not bad() else R.choice(["7", "x"]), "integer"))
    publications(base, staff, students)


for above, below in sorted(SUBCLASSES.items()):
    for name in below.split():
        out.append("%s%s> <http://www.w3.org/2000/01/rdf-schema#subClassOf> %s%s> .\n" % (U, name, U, above))
        count += 1
universities = []
while count < WANTED:
    home = "u%d" % len(universities)
    university = "<http://univ.example.org/%d/%s>" % (SEED, home)
    universities.append(university)
    typed(university, "University")
    say(university, "name", text("University%d" % len(universities)))
    for number in range(10):
        if count < WANTED:
            department(university, home, number, universities)
        sys.stdout.write("".join(out))
        out.clear()
sys.stderr.write("triples %d universities %d\n" % (count, len(universities)))
