using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class SeminarReaderTests
{
    [Theory]
    [InlineData("2019-03-14", "2019-03-14", null, null)]
    [InlineData("2019-03", "2019-03", null, null)]
    [InlineData("2019", "2019", null, null)]
    [InlineData("2016-9-6", "2016-09-06", null, null)]
    [InlineData("2016-05-20 10:30", "2016-05-20", "10:30", null)]
    [InlineData("2020-03-09T09:15", "2020-03-09", "09:15", null)]
    [InlineData("2019-09-22 8:00:00 -0500", "2019-09-22", "08:00", "-05:00")]
    [InlineData("2019-09-22 8:00:00 -05:00", "2019-09-22", "08:00", "-05:00")]
    [InlineData("2023-04-19 12:00:00+0900", "2023-04-19", "12:00", "+09:00")]
    [InlineData("2021-10-01 10:15:00 +02:00", "2021-10-01", "10:15", "+02:00")]
    [InlineData("2017-06-01 14:00:00 UTC", "2017-06-01", "14:00", "+00:00")]
    [InlineData("2017-06-01 14:00:00 GMT", "2017-06-01", "14:00", "+00:00")]
    [InlineData("2017-06-01 14:00:00 UTC+01:00", "2017-06-01", "14:00", "+01:00")]
    [InlineData("2016-9-06 14:00:00 UTC", "2016-09-06", "14:00", "+00:00")]
    [InlineData("2025-10-09T15:00:00+04:00", "2025-10-09", "15:00", "+04:00")]
    [InlineData("2019-03-04T10:15:00Z", "2019-03-04", "10:15", "+00:00")]
    [InlineData("2019-03-04T10:15:00.000Z", "2019-03-04", "10:15", "+00:00")]
    [InlineData("2019-03-04 10:15 Europe/Paris", "2019-03-04", "10:15", "Europe/Paris")]
    public void Reads_every_spelling_of_a_date(string written, string date, string? time, string? zone)
    {
        var seminar = Good($"title: Knots\ndate: {written}");

        Assert.Equal((date, time, zone), (seminar.Date.ToString(), seminar.Time?.ToString("HH:mm", null), seminar.TimeZone));
    }

    [Theory]
    [InlineData("time: 14:00", "14:00", null)]
    [InlineData("time: 1:30pm", "13:30", null)]
    [InlineData("time: 12 am", "00:00", null)]
    [InlineData("from: \"13:00\"\nto: \"14:30\"", "13:00", "14:30")]
    [InlineData("time: 14:00-15:30", "14:00", "15:30")]
    [InlineData("time: 2 pm – 3.30 pm", null, null)]
    [InlineData("time: 2 pm – 3:30 pm", "14:00", "15:30")]
    [InlineData("time: 14:00\nend: 2019-03-14 15:00", "14:00", "15:00")]
    [InlineData("time: TBA\nend: None", null, null)]
    [InlineData("from: Spring Semester Week 9\nto: Week 12", null, null)]
    public void Reads_times(string lines, string? time, string? end)
    {
        var seminar = Good($"title: Knots\ndate: 2019-03-14\n{lines}");

        Assert.Equal((time, end), (seminar.Time?.ToString("HH:mm", null), seminar.EndTime?.ToString("HH:mm", null)));
    }

    [Fact]
    public void An_end_may_be_a_day_and_a_time_under_two_names()
    {
        var seminar = Good("title: Knots\ndate: 2019-03-14\nfrom: 09:00\nend-date: 2019-03-15\nto: 08:00");

        Assert.Equal((PartialDate.FromKey(20190315), new TimeOnly(8, 0)), (seminar.EndDate, seminar.EndTime));
    }

    [Fact]
    public void The_end_is_told_in_the_zone_of_the_beginning()
    {
        var seminar = Good("title: Knots\ndate: 2019-03-14T10:00:00+02:00\nend: 2019-03-14T09:30:00Z");

        Assert.Equal(("+02:00", new TimeOnly(11, 30)), (seminar.TimeZone, seminar.EndTime));
    }

    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("pacific/chatham", "Pacific/Chatham")]
    [InlineData("America/argentina/RIO_GALLEGOS", "America/Argentina/Rio_Gallegos")]
    [InlineData("europe/nowhere", null)]
    [InlineData("UTC", "+00:00")]
    [InlineData("GMT", "+00:00")]
    [InlineData("+1", "+01:00")]
    [InlineData("+0530", "+05:30")]
    [InlineData("BST", null)]
    public void Reads_time_zones(string written, string? zone) =>
        Assert.Equal(zone, Good($"title: Knots\ndate: 2019\ntimezone: {written}").TimeZone);

    [Fact]
    public void A_time_zone_is_known_whatever_was_asked_for_before() =>
        Assert.Equal(["Etc/GMT+5", "Etc/GMT+5", null, "Antarctica/Vostok", "Antarctica/Vostok"],
            new[] { "etc/gmt+5", "Etc/GMT+5", "Etc/GMT+99", "antarctica/VOSTOK", "Antarctica/Vostok" }.Select(z => Good($"title: Knots\ndate: 2019\ntimezone: {z}").TimeZone));

    [Theory]
    [InlineData("seminars/2019-03-14-knots.md", "2019-03-14", "knots")]
    [InlineData("seminars/2019-03-knots.md", "2019-03", "knots")]
    [InlineData("seminars/2019-09-22-09-00-t2-knots.md", "2019-09-22", "t2-knots")]
    [InlineData("seminars/2024-10-30_kazuma.MD", "2024-10-30", "kazuma")]
    [InlineData("seminars/2019-03-14.markdown", "2019-03-14", "2019-03-14")]
    [InlineData("seminars/2019/2019-03-14-knots/index.md", "2019-03-14", "knots")]
    public void A_file_name_gives_date_and_slug(string path, string date, string slug)
    {
        var seminar = Good("title: Knots", path: path);

        Assert.Equal((date, slug), (seminar.Date.ToString(), seminar.Slug));
    }

    [Theory]
    [InlineData("seminars/knots/index.md", "knots")]
    [InlineData("seminars/2019/index.md", "index")]
    [InlineData("seminars/index.md", "index")]
    [InlineData("seminars/knots/Index of knots.md", "index-of-knots")]
    public void An_index_goes_by_its_folder(string path, string slug) => Assert.Equal(slug, Good("title: Knots\ndate: 2019", path: path).Slug);

    [Theory]
    [InlineData("slug: other", "other")]
    [InlineData("slug: My Knots", "my-knots")]
    [InlineData("permalink: /talks/2019/sailors-knots/", "sailors-knots")]
    [InlineData("permalink: https://example.org/knots.html", "knots")]
    [InlineData("permalink: \"\"", "x")]
    [InlineData("permalink: /:year/:title/", "x")]
    [InlineData("slug: a\npermalink: /b/", "a")]
    [InlineData("layout: post", "x")]
    public void A_slug_has_four_sources(string lines, string slug) => Assert.Equal(slug, Good($"title: Knots\ndate: 2019\n{lines}").Slug);

    [Theory]
    [InlineData("10.5281/zenodo.1234567", "10.5281/zenodo.1234567")]
    [InlineData("doi:10.1234/ABC", "10.1234/ABC")]
    [InlineData("'DOI: 10.1234/abc'", "10.1234/abc")]
    [InlineData("https://doi.org/10.1234/abc", "10.1234/abc")]
    [InlineData("http://dx.doi.org/10.1234/a%2Fb%3Cc", "10.1234/a/b<c")]
    [InlineData("doi.org/10.1234.5/abc?utm=x", "10.1234.5/abc")]
    [InlineData("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O", "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O")]
    [InlineData("TBA", null)]
    public void A_doi_has_many_spellings(string written, string? doi) => Assert.Equal(doi, Good($"title: Knots\ndate: 2019\ndoi: {written}").Doi);

    [Theory]
    [InlineData("10.1234")]
    [InlineData("10.1234/")]
    [InlineData("11.1234/abc")]
    [InlineData("10.12/abc")]
    [InlineData("10.1234/a b")]
    [InlineData("10.1234/abc.")]
    [InlineData("https://example.org/10.1234/abc")]
    [InlineData("https://doi.org/10.1234/abc%0D%0ASet-Cookie")]
    public void What_is_no_doi_is_an_error(string written) =>
        Assert.Equal(["doi-invalid"], SeminarReader.Read("seminars/x.md", System.Text.Encoding.UTF8.GetBytes($"---\ntitle: Knots\ndate: 2019\ndoi: {written}\n---\n")).Problems.Select(p => p.Rule));

    [Theory]
    [InlineData("speaker: Ada Lovelace")]
    [InlineData("Speakers: [Ada Lovelace]")]
    [InlineData("presenter: Ada Lovelace")]
    [InlineData("PRESENTERS:\n- Ada Lovelace")]
    [InlineData("speakers:\n  - name: Ada Lovelace")]
    [InlineData("speaker: {name: Ada Lovelace}")]
    [InlineData("speaker: \"  Ada   Lovelace \"")]
    [InlineData("speakers: [Ada Lovelace, TBA]")]
    public void A_speaker_has_many_spellings(string line) =>
        Assert.Equal([new SpeakerEntry("Ada Lovelace")], Good($"title: Knots\ndate: 2019\n{line}").Speakers);

    [Fact]
    public void A_speaker_may_have_details()
    {
        var seminar = Good("title: Knots\ndate: 2019\nspeakers:\n  - name: Ada Lovelace\n    affil: Analytical Society\n    website: https://example.org/ada\n    orcid: https://orcid.org/0000-0002-1825-0097");

        Assert.Equal([new SpeakerEntry("Ada Lovelace", "Analytical Society", "https://example.org/ada", "0000-0002-1825-0097")], seminar.Speakers);
    }

    [Theory]
    [InlineData("Ada Lovelace and Mary Somerville", "Ada Lovelace|Mary Somerville")]
    [InlineData("Bob Turner, Anna Krystalli & David Wilby", "Bob Turner|Anna Krystalli|David Wilby")]
    [InlineData("Kirsty Pringle, Alison Clarke, and Marion Weinzierl", "Kirsty Pringle|Alison Clarke|Marion Weinzierl")]
    [InlineData("Ludwig van Beethoven; J. S. Bach", "Ludwig van Beethoven|J. S. Bach")]
    [InlineData("David Wilby, Bob Turner, RSE Team", "David Wilby, Bob Turner, RSE Team")]
    [InlineData("Ludo Enault (IBM) and N8 CIR", "Ludo Enault (IBM) and N8 CIR")]
    [InlineData("Jane Doe, University of Sheffield", "Jane Doe")]
    [InlineData("Martin Luther King Jr. and Jane Doe PhD", "Martin Luther King Jr.|Jane Doe PhD")]
    [InlineData("Department of Health and Social Care", "Department of Health and Social Care")]
    [InlineData("Michael West, PhD", "Michael West, PhD")]
    [InlineData("West, Michael", "West, Michael")]
    [InlineData("Simon and Garfunkel", "Simon and Garfunkel")]
    public void Splits_a_line_of_names_only_when_every_part_is_one(string line, string names) =>
        Assert.Equal(names, string.Join('|', Good($"title: Knots\ndate: 2019\nspeaker: \"{line}\"").Speakers.Select(speaker => speaker.Name)));

    [Theory]
    [InlineData("speakers: Lovelace, Ada; van der Berg, Jan", "Lovelace, Ada|van der Berg, Jan")]
    [InlineData("speakers: |\n  Ada Lovelace\n  Dr. Mary Somerville", "Ada Lovelace|Dr. Mary Somerville")]
    [InlineData("speakers: >\n  Ada Lovelace\n  Mary Somerville\nroom: 1", "Ada Lovelace|Mary Somerville")]
    [InlineData("speakers: >\n  Ada Lovelace,\n  Mary Somerville", "Ada Lovelace|Mary Somerville")]
    [InlineData("speakers: |\n  Ada Lovelace\n  King's College London", "Ada Lovelace King's College London")]
    [InlineData("speakers: \"[Ada Lovelace](https://example.org/) and [Mary Somerville](https://example.org/m)\"", "Ada Lovelace|Mary Somerville")]
    [InlineData("speakers: Ada Lovelace <ada@example.org>, Mary Somerville <mary@example.org>", "Ada Lovelace|Mary Somerville")]
    public void Parts_names_that_stand_in_lines_or_with_the_family_first(string lines, string names) =>
        Assert.Equal(names, string.Join('|', Good($"title: Knots\ndate: 2019\n{lines}").Speakers.Select(speaker => speaker.Name)));

    [Theory]
    [InlineData("speaker: Jane Doe, Chief Executive", "Jane Doe, Chief Executive @")]
    [InlineData("speaker: Jane Doe and John Reader", "Jane Doe @|John Reader @")]
    [InlineData("speaker: John Reader and Jane Doe", "John Reader @|Jane Doe @")]
    [InlineData("speaker: John Reader", "John Reader @")]
    [InlineData("speaker: Charity Ngilu", "Charity Ngilu @")]
    [InlineData("speaker: Jane Doe, Research Fellow", "Jane Doe, Research Fellow @")]
    [InlineData("speaker: Professor Cat Moe, Visiting Fellow", "Professor Cat Moe, Visiting Fellow @")]
    [InlineData("speaker: Jane Doe, Professor of Surgery", "Jane Doe, Professor of Surgery @")]
    [InlineData("speaker: Jane Doe, Chair and Medical Director", "Jane Doe, Chair and Medical Director @")]
    [InlineData("speaker: Ann Poe, Health Education England", "Ann Poe @Health Education England")]
    [InlineData("speaker: Dan Low, Karolinska Institutet", "Dan Low @Karolinska Institutet")]
    [InlineData("speaker: Dan Low, Director, School of Medicine, University of Leeds, UK", "Dan Low, Director @School of Medicine, University of Leeds, UK")]
    [InlineData("speaker: Jane Doe, Department of Health and Social Care", "Jane Doe @Department of Health and Social Care")]
    [InlineData("speaker: Jane Doe & John Roe, University of Leeds", "Jane Doe @University of Leeds|John Roe @University of Leeds")]
    [InlineData("speaker: Jane Doe, Jill Poe and John Roe, University of Leeds, UK", "Jane Doe @University of Leeds, UK|Jill Poe @University of Leeds, UK|John Roe @University of Leeds, UK")]
    [InlineData("speaker: Jane Doe, UCL and John Roe, University of Leeds", "Jane Doe @UCL|John Roe @University of Leeds")]
    [InlineData("speaker: Prof. Jane Doe (UCL), Dr John Roe (KCL)", "Prof. Jane Doe @UCL|Dr John Roe @KCL")]
    [InlineData("speaker: Jane Doe (NIHR, Leeds) & John Roe (Chair)", "Jane Doe (NIHR, Leeds) @|John Roe (Chair) @")]
    [InlineData("speaker: Jane Doe (host, University of Leeds), John Roe (Bristol)", "Jane Doe (host, University of Leeds) @|John Roe (Bristol) @")]
    [InlineData("speaker: Jane Doe, MD and John Roe, PhD", "Jane Doe, MD @|John Roe, PhD @")]
    [InlineData("speaker: Jane Doe, University of Leeds; John Roe, Imperial College", "Jane Doe @University of Leeds|John Roe @Imperial College")]
    [InlineData("speakers:\n  - Jane Doe, University of Leeds\n  - West, Michael", "Jane Doe @University of Leeds|West, Michael @")]
    [InlineData("speaker: 'Jane Doe: University of Leeds'", "Jane Doe @University of Leeds")]
    [InlineData("speaker: |\n  Jane Doe, University of Leeds\n  John Roe (UCL)", "Jane Doe @University of Leeds|John Roe @UCL")]
    [InlineData("speakers:\n  - name: Jane Doe\n    affiliation: [UCL, KCL]\n  - name: John Roe\n    affiliations: NHS", "Jane Doe @UCL, KCL|John Roe @NHS")]
    [InlineData("speaker: Smith, John (University of Leeds) and Roe, Jane (UCL)", "Smith, John @University of Leeds|Roe, Jane @UCL")]
    [InlineData("speaker: Smith, J. & Roe, J.", "Smith, J. @|Roe, J. @")]
    [InlineData("speaker: Jane Doe + John Roe", "Jane Doe @|John Roe @")]
    [InlineData("speaker: Prof Jane Doe QC and Amy Poe MSc FRCN", "Prof Jane Doe QC @|Amy Poe MSc FRCN @")]
    [InlineData("speaker: Blink 182", "Blink 182 @")]
    [InlineData("speaker: Various\naffiliation: UCL, KCL", "Various @UCL, KCL")]
    [InlineData("speaker: Unknown Pleasures", "Unknown Pleasures @")]
    [InlineData("speaker: Jane Doe - University of Leeds", "Jane Doe @University of Leeds")]
    [InlineData("speaker: Jane Doe – Department of Health, Leeds", "Jane Doe @Department of Health, Leeds")]
    [InlineData("speaker: 'Jane Doe @ UCL'", "Jane Doe @UCL")]
    [InlineData("speaker: Jane Doe at UCL", "Jane Doe @UCL")]
    [InlineData("speaker: Jane Doe at the University of Leeds", "Jane Doe @University of Leeds")]
    [InlineData("speaker: Jane Doe at University of Leeds and John Roe at KCL", "Jane Doe @University of Leeds|John Roe @KCL")]
    [InlineData("speaker: Jane Doe, Professor of Nursing at King's College London", "Jane Doe, Professor of Nursing at King's College London @")]
    [InlineData("speaker: Friends at Work", "Friends at Work @")]
    [InlineData("speaker: 'Jane Doe - UCL and John Roe @LSHTM'", "Jane Doe @UCL|John Roe @LSHTM")]
    [InlineData("speaker: Jane Doe and John Roe – University of Leeds", "Jane Doe @University of Leeds|John Roe @University of Leeds")]
    [InlineData("speaker: Jane Smith-Jones and Jean-Luc Picard", "Jane Smith-Jones @|Jean-Luc Picard @")]
    [InlineData("speaker: Women with Wings", "Women with Wings @")]
    [InlineData("speaker: University of Leeds - Department of Health", "University of Leeds - Department of Health @")]
    [InlineData("speaker: JANE DOE", "JANE DOE @")]
    [InlineData("speaker: NHS ENGLAND and NHS SCOTLAND", "NHS ENGLAND and NHS SCOTLAND @")]
    [InlineData("speaker: West, Michael Anthony", "West, Michael Anthony @")]
    [InlineData("speaker: King, Martin Luther, Jr.", "King, Martin Luther, Jr. @")]
    [InlineData("speaker: Jane Doe, Mary B. Roe", "Jane Doe @|Mary B. Roe @")]
    [InlineData("speaker: Paul Nurse and Paula England", "Paul Nurse @|Paula England @")]
    [InlineData("speakers:\n  - name: Jane Doe, Countess of Leeds", "Jane Doe, Countess of Leeds @")]
    public void What_is_said_of_a_person_is_no_other_person(string lines, string speakers) =>
        Assert.Equal((speakers, ""), SpeakersAndRules(lines));

    [Theory]
    [InlineData("speaker: Bea Roe, Johns Hopkins", "Bea Roe @|Johns Hopkins @", "names-parted")]
    [InlineData("speaker: Jane Doe, Countess of Leeds", "Jane Doe, Countess of Leeds @", "names-joined")]
    [InlineData("speaker: Jane Doe, John Roe, University of Leeds", "Jane Doe, John Roe, University of Leeds @", "names-joined")]
    [InlineData("speaker: Jane Doe, University of Leeds, John Roe, UCL", "Jane Doe, University of Leeds, John Roe, UCL @", "names-joined")]
    [InlineData("speaker: Jane Doe, University of Leeds and John Roe", "Jane Doe, University of Leeds and John Roe @", "names-joined")]
    [InlineData("speaker: Jane Doe, University of Leeds\naffiliation: UCL", "Jane Doe @University of Leeds", "person-detail-unplaced")]
    [InlineData("speaker: '[[Ivan Reader]]'", "Ivan Reader @", "name-markup")]
    [InlineData("speaker: '[[people/ivan|Ivan Reader]]'", "Ivan Reader @", "name-markup")]
    [InlineData("speaker: '**Bea Roe** and *Cy Poe*'", "Bea Roe @|Cy Poe @", "name-markup")]
    [InlineData("speaker: Jane Doe¹, John Roe¹²† and Ann Poe ²", "Jane Doe @|John Roe @|Ann Poe @", "name-markup")]
    [InlineData("speaker: Jane Doe1, John Roe1,2", "Jane Doe @|John Roe @", "name-markup")]
    [InlineData("speaker: Bea Roe*, Cy Poe†", "Bea Roe @|Cy Poe @", "name-markup")]
    [InlineData("speaker: 'Speakers: Jane Doe and John Roe'", "Jane Doe @|John Roe @", "name-markup")]
    [InlineData("speakers: [• Jane Doe]", "Jane Doe @", "name-markup")]
    [InlineData("speaker: 'Discussant: Al Bus'", "Discussant: Al Bus @", "names-joined")]
    [InlineData("speaker: Keynote – Ann Poe", "Keynote – Ann Poe @", "names-joined")]
    [InlineData("speaker: Speaker TBC", "", "name-missing")]
    [InlineData("speaker: Speaker to be announced", "", "name-missing")]
    [InlineData("speaker: tba (KCL)", "", "name-missing")]
    [InlineData("speakers: [Jane Doe, N.N.]", "Jane Doe @", "name-missing")]
    [InlineData("speaker: Speaker TBC\naffiliation: KCL", "", "name-missing|person-detail-unplaced")]
    [InlineData("speaker: Jane Doe and Research Team", "Jane Doe and Research Team @", "names-joined")]
    [InlineData("speakers:\n  - name: Jane Doe, John Roe", "Jane Doe, John Roe @", "names-joined")]
    [InlineData("speakers:\n  - Jane Doe and John Roe\n  - Ann Poe", "Jane Doe and John Roe @|Ann Poe @", "names-joined")]
    public void Where_it_cannot_be_known_who_is_a_person_it_is_told(string lines, string speakers, string rule) =>
        Assert.Equal((speakers, rule), SpeakersAndRules(lines));

    // What takes as many steps as there are ways to part it ends with an exception of the search, not with a name.
    [Fact]
    public void Marks_without_end_are_read_in_a_moment()
    {
        var name = $"a{new string('*', 190)}b";

        Assert.Equal(($"{name} @", ""), SpeakersAndRules($"speaker: '{name}'"));
        Assert.Equal("{:", MarkdownHtml.Render("{:" + string.Concat(Enumerable.Repeat(".aaaaaaaa=", 40))).Text[..2]);
    }

    private static (string Speakers, string Rules) SpeakersAndRules(string lines)
    {
        var reading = Read($"title: Knots\ndate: 2019\n{lines}", "seminars/x.md");
        return (string.Join('|', reading.Seminar!.Speakers.Select(speaker => $"{speaker.Name} @{speaker.Affiliation}")), string.Join('|', reading.Problems.Select(problem => problem.Rule)));
    }

    [Fact]
    public void A_link_around_a_name_is_the_speakers() =>
        Assert.Equal([new SpeakerEntry("Ada Lovelace", Url: "https://example.org/ada")], Good("title: Knots\ndate: 2019\nspeaker: \"[Ada Lovelace](https://example.org/ada)\"").Speakers);

    [Theory]
    [InlineData("affiliation: UCL", "UCL|UCL")]
    [InlineData("institution: [UCL, KCL]", "UCL|KCL")]
    [InlineData("institute: [None, KCL]", "|KCL")]
    [InlineData("affiliations: [A, B, C]", "|")]
    public void Affiliations_pair_up_by_position(string line, string expected) =>
        Assert.Equal(expected, string.Join('|', Good($"title: Knots\ndate: 2019\nspeakers: [Ada Lovelace, Mary Somerville]\n{line}").Speakers.Select(speaker => speaker.Affiliation)));

    [Fact]
    public void The_author_is_who_posted_it_and_never_the_speaker()
    {
        var seminar = Good("title: Knots\ndate: 2019\nauthor: Lucy Chapman\nauthors: ");

        Assert.Equal(["Lucy Chapman"], seminar.Authors);
        Assert.Empty(seminar.Speakers);
    }

    [Theory]
    [InlineData("tags: software data carpentry", "software|data|carpentry")]
    [InlineData("tags: open data, software", "open data|software")]
    [InlineData("tags: nhs, 'patient safety', rock 'n' roll", "nhs|patient safety|rock 'n' roll")]
    [InlineData("keywords: [open data, software, Software]", "open data|software")]
    [InlineData("tags:", "")]
    [InlineData("tags: []", "")]
    public void Tags_may_be_a_list_or_a_line(string line, string tags) => Assert.Equal(tags, string.Join('|', Good($"title: Knots\ndate: 2019\n{line}").Tags));

    [Theory]
    [InlineData("category: Ethics, Law and Society", "Ethics, Law and Society")]
    [InlineData("categories: Ethics, Law", "Ethics|Law")]
    [InlineData("categories: [Ethics, \"Law, old\"]\ncategory: Maths", "Ethics|Law, old|Maths")]
    public void A_single_category_is_kept_whole(string lines, string categories) => Assert.Equal(categories, string.Join('|', Good($"title: Knots\ndate: 2019\n{lines}").Categories));

    [Theory]
    [InlineData("slides: slides/x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: /slides/x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: ./slides/x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: /content/slides/x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: ../slides/x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: ../../slides/2019/x.pdf", "slides", "/slides/2019/x.pdf")]
    [InlineData("slides: slides/q#1.pdf", "slides", "/slides/q%231.pdf")]
    [InlineData("slides: slides/Why?.pdf", "slides", "/slides/Why%3F.pdf")]
    [InlineData("slides: slides/x.pdf#page=2", "slides", "/slides/x.pdf#page=2")]
    [InlineData("slides: 'slides/Knots, bends.pdf'", "slides", "/slides/Knots,%20bends.pdf")]
    [InlineData("slides_url: https://example.org/x", "slides", "https://example.org/x")]
    [InlineData("slides-url: slides\\x.pdf", "slides", "/slides/x.pdf")]
    [InlineData("slides: slides/My Talk.pdf", "slides", "/slides/My%20Talk.pdf")]
    [InlineData("slides: slides/50% off 100%.pdf", "slides", "/slides/50%25%20off%20100%25.pdf")]
    [InlineData("slides: www.example.org/x", "slides", "https://www.example.org/x")]
    [InlineData("recording: https://youtu.be/LH5Hd5EWTvU", "recording", "https://youtu.be/LH5Hd5EWTvU")]
    [InlineData("video: https://vimeo.com/1", "recording", "https://vimeo.com/1")]
    [InlineData("video_url: https://vimeo.com/1", "recording", "https://vimeo.com/1")]
    [InlineData("youtube: MF-B3uVZwkA", "recording", "https://www.youtube.com/watch?v=MF-B3uVZwkA")]
    [InlineData("youtube: -Qw4w9WgXcQ", "recording", "https://www.youtube.com/watch?v=-Qw4w9WgXcQ")]
    [InlineData("website: https://example.org/", "website", "https://example.org/")]
    [InlineData("resources: [{type: Source Code, url: https://example.org/git}]", "source-code", "https://example.org/git")]
    [InlineData("resources: [https://example.org/git]", "link", "https://example.org/git")]
    [InlineData("resources: [{type: video, url: https://example.org/v}]", "recording", "https://example.org/v")]
    public void Reads_what_there_is_to_take_away(string line, string type, string url) =>
        Assert.Equal([new ResourceEntry(type, null, url)], Good($"title: Knots\ndate: 2019\n{line}").Resources);

    [Fact]
    public void An_address_may_be_written_as_a_link() =>
        Assert.Equal([new ResourceEntry("slides", "Handout", "/slides/x.pdf")], Good("title: Knots\ndate: 2019\nslides: '[Handout](slides/x.pdf)'").Resources);

    [Theory]
    [InlineData("The role of *E. coli* in **gut**", "The role of E. coli in gut", "title-markup")]
    [InlineData("H<sub>2</sub>O & <em>CO</em>, _really_", "H2O & CO, really", "title-markup")]
    [InlineData("[Knots](https://example.org/) and bends", "Knots and bends", "title-markup")]
    [InlineData("Of $\\alpha$-helices", "Of $\\alpha$-helices", "title-markup")]
    [InlineData("C* algebras and W* algebras, 2*3*4, a_b_c, 1 < 2 > 0", "C* algebras and W* algebras, 2*3*4, a_b_c, 1 < 2 > 0", "")]
    [InlineData("*-algebras and *-rings for $5 or $6 [sic]", "*-algebras and *-rings for $5 or $6 [sic]", "")]
    public void A_title_is_plain_text(string written, string title, string rule)
    {
        var reading = Read($"title: '{written}'\ndate: 2019", "seminars/x.md");

        Assert.Equal((title, rule), (reading.Seminar!.Title, string.Join('|', reading.Problems.Select(problem => problem.Rule))));
    }

    [Fact]
    public void Slides_come_first_then_recordings_then_the_rest()
    {
        var seminar = Good("title: Knots\ndate: 2019\nresources:\n  - {type: paper, label: Preprint, url: papers/k.pdf}\n  - {type: slides, url: slides/b.pdf}\nvideo: https://example.org/v\nslides: [slides/a.pdf, NA]");

        Assert.Equal(
            [new("slides", null, "/slides/a.pdf"), new("slides", null, "/slides/b.pdf"), new("recording", null, "https://example.org/v"), new("paper", "Preprint", "/papers/k.pdf")],
            seminar.Resources);
    }

    [Theory]
    [InlineData("status: draft", SeminarStatus.Draft)]
    [InlineData("status: Withdrawn\nreason: Asked", SeminarStatus.Withdrawn)]
    [InlineData("status: cancelled", SeminarStatus.Published)]
    [InlineData("status: postponed\ndraft: true", SeminarStatus.Draft)]
    [InlineData("published: false", SeminarStatus.Draft)]
    [InlineData("draft: true", SeminarStatus.Draft)]
    [InlineData("published: true\ndraft: false", SeminarStatus.Published)]
    [InlineData("published: 2019-04-01", SeminarStatus.Published)]
    public void Reads_whether_it_is_on_the_site(string lines, SeminarStatus status) => Assert.Equal(status, Good($"title: Knots\ndate: 2019\n{lines}").Status);

    [Theory]
    [InlineData("status: draft", EventStatus.Scheduled)]
    [InlineData("status: Confirmed", EventStatus.Scheduled)]
    [InlineData("status: cancelled", EventStatus.Cancelled)]
    [InlineData("status: Canceled\nreason: Snow", EventStatus.Cancelled)]
    [InlineData("status: postponed\nreason: Strike", EventStatus.Postponed)]
    public void Reads_whether_it_took_place(string lines, EventStatus status) => Assert.Equal(status, Good($"title: Knots\ndate: 2019\n{lines}").EventStatus);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("eng", "en")]
    [InlineData("PT_br", "pt-BR")]
    [InlineData("zh-hant", "zh-Hant")]
    [InlineData("English", "en")]
    [InlineData("Klingonese", null)]
    public void Reads_languages(string written, string? tag) => Assert.Equal(tag, Good($"title: Knots\ndate: 2019\nlanguage: {written}").Language);

    [Fact]
    public void Old_addresses_keep_their_query()
    {
        var seminar = Good("title: Knots\ndate: 2019\naliases: [/2019/03/knots/, \"/?p=1234\", https://old.example.org/a?b=c, knots.html]");

        Assert.Equal(["/2019/03/knots/", "/?p=1234", "/a?b=c", "/knots.html"], seminar.Aliases);
    }

    [Fact]
    public void Reads_the_other_fields()
    {
        var seminar = Good("title: Knots &#58; &amp; ropes\noriginal-title: Knots!\ndate: 2019\nroom: \" Hall\t2 \"\nposted: 2019-04-01\nlast_updated: 2021-06-30\nid: S-7");

        Assert.Equal(("Knots : & ropes", "Knots!", "Hall 2", new DateOnly(2019, 4, 1), new DateOnly(2021, 6, 30), "S-7"),
            (seminar.Title, seminar.OriginalTitle, seminar.Location, seminar.Posted, seminar.Updated, seminar.Id));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("NA")]
    [InlineData("nothing")]
    [InlineData("TBA")]
    [InlineData("TBC")]
    [InlineData("\"\"")]
    [InlineData("")]
    [InlineData("~")]
    public void Words_for_nothing_are_nothing(string word)
    {
        var lines = string.Concat(FrontMatter.Fields.Where(field => field.Name is not "title" and not "date").Select(field => $"{field.Name}: {word}\n"));

        var reading = Read($"title: Knots\ndate: 2019\n{lines}");

        Assert.Empty(reading.Problems);
        Assert.Equal(Good("title: Knots\ndate: 2019"), reading.Seminar! with { Speakers = [], Authors = [], Categories = [], Tags = [], Resources = [], Aliases = [] }, Same);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("", "\r")]
    public void Byte_order_marks_and_line_ends_make_no_difference(string mark, string end)
    {
        var text = mark + "---\ntitle: Knots\ndate: 2019\n---\n\nOne.\n\nTwo.\n".Replace("\n", end, StringComparison.Ordinal);

        var reading = SeminarReader.Read("seminars/x.md", Encoding.UTF8.GetBytes(text));

        Assert.Equal(("Knots", "One.\n\nTwo."), (reading.Seminar?.Title, reading.Seminar?.AbstractText));
    }

    [Fact]
    public void Every_alias_leads_to_its_field()
    {
        foreach (var field in FrontMatter.Fields)
        {
            foreach (var name in field.Aliases.Prepend(field.Name).SelectMany(name => (string[])[name, name.ToUpperInvariant(), name.Replace('_', '-'), name.Replace("_", "", StringComparison.Ordinal)]))
            {
                Assert.DoesNotContain(Read($"title: Knots\ndate: 2019\n{name}: None").Problems, problem => problem.Rule == Rules.FieldUnknown.Name);
            }
        }
    }

    [Fact]
    public void Every_example_of_the_table_is_read_without_a_problem()
    {
        foreach (var field in FrontMatter.Fields)
        {
            var others = (field.Name == "title" ? "" : "title: Knots\n") + (field.Name == "date" ? "" : "date: 2019-03-14\n")
                + (field.Name is "affiliation" or "orcid" ? "speaker: Ada Lovelace\n" : "") + (field.Name == "reason" ? "status: withdrawn\n" : "") + (field.Name == "end" ? "time: 14:00\n" : "");
            Assert.Equal([], Read(others + field.Example).Problems);
        }
    }

    private static readonly EqualityComparer<SeminarFile> Same = EqualityComparer<SeminarFile>.Create((a, b) => Printed(a) == Printed(b), a => Printed(a).GetHashCode(StringComparison.Ordinal));

    private static string Printed(SeminarFile? file) => System.Text.Json.JsonSerializer.Serialize(file);

    private static Reading Read(string frontMatter, string path = "seminars/x.md") => SeminarReader.Read(path, Encoding.UTF8.GetBytes($"---\n{frontMatter}\n---\n"));

    private static SeminarFile Good(string frontMatter, string path = "seminars/x.md")
    {
        var reading = Read(frontMatter, path);
        Assert.True(reading.Seminar is not null, string.Join("\n", reading.Problems));
        return reading.Seminar;
    }
}
