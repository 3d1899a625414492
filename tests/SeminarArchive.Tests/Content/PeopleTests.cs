using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

/// <summary>Which printed names are which person.</summary>
public sealed class PeopleTests
{
    private const string One = "0000-0002-1825-0097";
    private const string Two = "0000-0001-5109-3700";

    [Theory]
    [InlineData("Prof. Michael West", "Professor Michael West", "michael-west", "michael-west")]
    [InlineData("MICHAEL WEST, PhD", "Michael West", "michael-west", "michael-west")]
    [InlineData("Søren Kjær", "Soren Kjaer", "soren-kjaer", "soren-kjaer")]
    [InlineData("M. West", "Michael West", "m-west", "michael-west")]
    [InlineData("Mike West", "Michael West", "mike-west", "michael-west")]
    [InlineData("West Michael", "Michael West", "west-michael", "michael-west")]
    [InlineData("John Smithson Sr.", "John Smithson", "john-smithson-sr", "john-smithson")]
    [InlineData("John Smithson, Jr", "Dr John Smithson Jr., PhD", "john-smithson-jr", "john-smithson-jr")]
    [InlineData("John Smithson III", "Smithson, John, Jr.", "john-smithson-iii", "john-smithson-jr")]
    [InlineData("Hon Lee", "Ing Lee", "hon-lee", "ing-lee")]
    public void Without_a_file_titles_case_and_marks_do_not_count_and_nothing_is_guessed(string first, string second, string slug, string other) =>
        Assert.Equal([slug, other], Slugs([], Spoken("a", first), Spoken("b", second)));

    [Fact]
    public void One_iD_is_one_person_whatever_the_names_and_other_spellings_lead_there()
    {
        var who = Who([], Spoken("a", "Mike West", One), Spoken("b", "Michael West", One), Spoken("c", "Michael West"));

        var person = Assert.Single(who.People);
        Assert.Equal(("mike-west", null), (person.Slug, person.File));
        Assert.Equal(["Michael West", "Mike West"], person.Variants);
        Assert.Equal(["/speaker/michael-west/"], person.OldAddresses);
        Assert.Empty(who.Problems);
    }

    [Fact]
    public void One_iD_beside_names_that_have_nothing_in_common_is_said_unless_a_file_has_them()
    {
        PrintedSpeaker[] spoken = [Spoken("a", "Ada Lovelace", One), Spoken("b", "Grace Hopper", One), Spoken("c", "Ada Byron", One), Spoken("d", "Grace Hopper", One)];
        var ada = File("ada", "Ada Lovelace", orcid: One);

        const string cause = $"\"Grace Hopper\" has the ORCID iD {One} here, and \"Ada Lovelace\" has it in content/";
        Assert.Equal(
            [("content/seminars/b.md", "orcid-shared", cause + "seminars/a.md; the archive takes them for one person, at /speaker/ada-lovelace/.")],
            Who([], spoken).Problems.Select(problem => (problem.File, problem.Rule, problem.Cause)));
        Assert.Equal([("content/seminars/b.md", cause + "people/ada.md; the archive takes them for one person, at /speaker/ada-lovelace/.")], Who([ada], spoken).Problems.Select(problem => (problem.File, problem.Cause)));
        Assert.Empty(Who([ada with { Aliases = ["Grace Hopper"] }], spoken).Problems);
    }

    [Fact]
    public void Two_iDs_are_two_people_and_it_is_said()
    {
        var who = Who([], Spoken("a", "Michael West", One), Spoken("b", "Prof. Michael West", Two), Spoken("c", "Michael West"));

        Assert.Equal(["michael-west", "michael-west-2", "michael-west"], who.Speakers.Select(person => person.Slug));
        Assert.Equal(
            [
                ("content/seminars/b.md", "orcid-differs", $"\"Prof. Michael West\" has the ORCID iD {Two} here and {One} in content/seminars/a.md, and so is taken for another person, at /speaker/michael-west-2/."),
                ("content/seminars/c.md", "speaker-unsure", "More than one person is called \"Michael West\", and no ORCID iD says which of them this is; the archive takes them for the one at /speaker/michael-west/."),
            ],
            who.Problems.Select(problem => (problem.File, problem.Rule, problem.Cause)));
    }

    [Fact]
    public void A_number_in_a_name_is_not_given_away() =>
        Assert.Equal(["agent-7", "agent-7-3", "agent-7-2"], Slugs([], Spoken("a", "Agent 7", One), Spoken("b", "Agent 7", Two), Spoken("c", "Agent 7-2")));

    [Fact]
    public void A_file_gathers_its_spellings()
    {
        var west = File("west", "Professor Michael West", orcid: One) with { Aliases = ["M. West"], OldAddresses = ["/speakers/mwest/"] };

        var who = Who([west], Spoken("a", "M West"), Spoken("b", "Michael West"), Spoken("c", "M. R. West", One), Spoken("d", "Ada Lovelace"));

        Assert.Equal(["michael-west", "michael-west", "michael-west", "ada-lovelace"], who.Speakers.Select(person => person.Slug));
        Assert.Equal(["M West", "M. R. West", "M. West", "Michael West", "Professor Michael West"], who.People[0].Variants);
        Assert.Equal(["/speaker/m-west/", "/speaker/m-r-west/", "/speakers/mwest/"], who.People[0].OldAddresses);
    }

    [Fact]
    public void A_file_does_not_take_in_another_iD()
    {
        var who = Who([File("west", "Michael West", orcid: One)], Spoken("a", "Michael West", Two), Spoken("b", "Michael West"));

        Assert.Equal(["michael-west-2", "michael-west"], who.Speakers.Select(person => person.Slug));
        Assert.Equal(
            [("content/seminars/a.md", $"\"Michael West\" has the ORCID iD {Two} here and {One} in content/people/west.md, and so is taken for another person, at /speaker/michael-west-2/.")],
            who.Problems.Select(problem => (problem.File, problem.Cause)));
    }

    [Fact]
    public void A_file_without_an_iD_is_the_first_who_stands_beside_its_name()
    {
        var who = Who([File("west", "Michael West")], Spoken("a", "Michael West", One), Spoken("b", "Mike West", One), Spoken("c", "Michael West", Two));

        Assert.Equal(["michael-west", "michael-west", "michael-west-2"], who.Speakers.Select(person => person.Slug));
        Assert.Equal([("content/seminars/c.md", "orcid-differs")], who.Problems.Select(problem => (problem.File, problem.Rule)));
    }

    [Fact]
    public void Two_files_with_iDs_tell_two_people_of_one_name_apart()
    {
        var files = new[] { File("a", "Michael West", orcid: One), File("b", "Michael West", "west-the-younger", Two) };

        var who = Who(files, Spoken("a", "Michael West", One), Spoken("b", "Michael West", Two));
        Assert.Equal(["michael-west", "west-the-younger"], who.Speakers.Select(person => person.Slug));
        Assert.Empty(who.Problems);

        Assert.Equal([("content/seminars/c.md", "speaker-unsure")], Who(files, Spoken("c", "Michael West")).Problems.Select(problem => (problem.File, problem.Rule)));
    }

    [Fact]
    public void Files_that_contradict_each_other_are_named_both()
    {
        var who = Who(
            [
                File("a", "Michael West", orcid: One) with { Aliases = ["Ada Lovelace", "Mickey"] },
                File("b", "M. R. West", orcid: One),
                File("c", "Prof. Michael West", "west-2"),
                File("d", "Somebody Else", "michael-west"),
                File("e", "Ada Lovelace") with { Aliases = ["Mickey"] },
            ],
            Spoken("a", "Ada Lovelace"), Spoken("b", "Mickey"), Spoken("c", "M. R. West"));

        Assert.Equal(["ada-lovelace", "michael-west", "m-r-west"], who.Speakers.Select(person => person.Slug));
        Assert.Equal(
            [
                ("content/people/a.md", "person-alias-taken", "The alias \"Ada Lovelace\" is the name of the person in content/people/e.md too, and is left out here."),
                ("content/people/b.md", "person-twice", $"content/people/a.md has the ORCID iD {One} too, so this file is not used."),
                ("content/people/c.md", "person-twice", "content/people/a.md has the name \"Prof. Michael West\" too, so this file is not used."),
                ("content/people/d.md", "person-twice", "content/people/a.md has the address /speaker/michael-west/ too, so this file is not used."),
                ("content/people/e.md", "person-alias-taken", "The alias \"Mickey\" is an alias in content/people/a.md too, and is left out here."),
            ],
            who.Problems.Select(problem => (problem.File, problem.Rule, problem.Cause)));
    }

    [Theory]
    [InlineData("Michael West", "Micheal West", true)]
    [InlineData("Michael West", "M. West", true)]
    [InlineData("Michael West", "M. R. West", true)]
    [InlineData("Michael West", "West Michael", true)]
    [InlineData("Michael Andrew West", "Michael B. West", false)]
    [InlineData("A. Smith", "B. Smith", false)]
    [InlineData("Mary West", "Michael West", false)]
    [InlineData("Guest 1", "Guest 2", false)]
    [InlineData("John Smithson", "John Smithson Jr.", true)]
    [InlineData("John Smithson II", "John Smithson III", false)]
    [InlineData("John Smithson Sr.", "Smithson, John, Jr.", false)]
    public void Names_that_look_alike_deserve_a_second_look(string first, string second, bool doubtful)
    {
        var (a, b) = (PersonName.Parse(first), PersonName.Parse(second));

        Assert.Equal(doubtful, NameLikeness.Doubtful(a, b));
        Assert.Equal(doubtful ? [(0, 1)] : Array.Empty<(int, int)>(), NameLikeness.Pairs([a, b]));
    }

    [Fact]
    public void Ten_thousand_names_are_quickly_compared()
    {
        var random = new Random(7);
        var syllables = "ka ro mi ten sul bra wel don fir gas hin jor lup mar nes ost per qui rad sto tan ull vey wim xan yor zel".Split(' ');
        string Word() => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => syllables[random.Next(syllables.Length)]));
        var names = Enumerable.Range(0, 10_000).Select(_ => PersonName.Parse($"{Word()} {Word()}")).ToList();
        NameLikeness.Pairs(names[..500]);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var pairs = NameLikeness.Pairs(names);

        // Less than a second in a release build; this leaves room for a debug build on a busy machine.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);
        Assert.Equal(names[..700].SelectMany((a, i) => Enumerable.Range(i + 1, 699 - i).Where(j => NameLikeness.Doubtful(a, names[j])).Select(j => (i, j))), pairs.Where(pair => pair.Second < 700));
    }

    [Fact]
    public void A_file_is_read_whole()
    {
        var reading = PersonReader.Read("people/west.md", "---\nName: Professor Michael West\nalias: M. West and Mike West\norcid: https://orcid.org/0000-0002-1825-0097\nurl: example.org/west\nslug: west\nignore: name-similar\n---\n\n# Life\n\nHe *speaks*.\n"u8);

        Assert.Equal(["url-incomplete"], reading.Problems.Select(problem => problem.Rule));
        var person = reading.Person!;
        Assert.Equal(("west", "Professor Michael West", One, "https://example.org/west"), (person.Slug, person.Name, person.Orcid, person.Website));
        Assert.Equal(["M. West", "Mike West"], person.Aliases);
        Assert.Equal(["name-similar"], person.Ignore);
        Assert.Equal("<h2 id=\"text-life\">Life</h2>\n<p>He <em>speaks</em>.</p>", person.BiographyHtml);
    }

    private static WhoIsWho Who(PersonFile[] files, params PrintedSpeaker[] speakers) => WhoIsWho.Of(files, speakers);

    private static IEnumerable<string> Slugs(PersonFile[] files, params PrintedSpeaker[] speakers) => Who(files, speakers).Speakers.Select(person => person.Slug);

    private static PrintedSpeaker Spoken(string file, string name, string? orcid = null) => new($"seminars/{file}.md", name, PersonName.Parse(name).Slug, orcid);

    private static PersonFile File(string file, string name, string? slug = null, string? orcid = null) =>
        new() { Path = $"people/{file}.md", Name = name, Slug = slug ?? PersonName.Parse(name).Slug, Orcid = orcid };
}
