using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class NewSeminarTests
{
    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 1, 30],
        Pick("Knots", ": ", "#", " # ", "\"", "'", "“", "”", "- ", "&", "&amp;", "&#58;", "*", "!", "%", "@", "`", "|", ">", "[", "]", "{", "}", ",", " and ", "\\", "\\n", "? ", "~", "true", "1984", "2019-03-14", "é", "Łódź", "大谷", "𝒜", "None", "=", "<<", "---", "…", "\u00A0", "\u2028", "x:y", "://")
            .List[1, 8].Select(parts => string.Concat(parts)),
        Gen.String.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Writes_a_file_by_the_date_and_the_title()
    {
        var seminar = new NewSeminar("Knots: a short history", "2019-03-14 14:00")
        {
            Speakers = ["Michael West"], Affiliations = ["King's College London"], Authors = ["Lucy Chapman"], Categories = ["History"], Slides = ["slides/knots.pdf"], Draft = true,
        };

        Assert.Equal([], seminar.TryWrite(out var path, out var markdown));
        Assert.Equal("seminars/2019/2019-03-14-knots-a-short-history.md", path);
        Assert.Equal(
            """
            ---
            # yaml-language-server: $schema=../../seminar.schema.json
            title: "Knots: a short history"
            date: "2019-03-14 14:00"
            speaker: Michael West
            affiliation: King's College London
            author: Lucy Chapman
            category: History
            slides: slides/knots.pdf
            status: draft
            ---


            """, markdown);
    }

    [Fact]
    public void Writes_several_people_and_a_name_with_a_comma()
    {
        var seminar = new NewSeminar("Knots", "2019-03")
        {
            Speakers = ["Ada Lovelace", "West, Michael"], Affiliations = ["Analytical Society", "King's: College"], Authors = ["Mary Somerville and Lucy Chapman"], Categories = ["History", "\"Sea\""],
        };

        Assert.Equal([], seminar.TryWrite(out var path, out var markdown));
        Assert.Equal("seminars/2019/2019-03-knots.md", path);
        Assert.Equal(
            """
            ---
            # yaml-language-server: $schema=../../seminar.schema.json
            title: Knots
            date: "2019-03"
            speakers:
              - name: Ada Lovelace
                affiliation: Analytical Society
              - name: West, Michael
                affiliation: "King's: College"
            author:
              - name: Mary Somerville and Lucy Chapman
            categories:
              - History
              - '"Sea"'
            ---


            """, markdown);
    }

    [Theory]
    [InlineData("Knots", "14 March 2019", null, "\"14 March 2019\" is not a date the archive can read. Write year-month-day:  date: 2019-03-14")]
    [InlineData("???", "2019", null, "The title has no letter and no digit, so no address can be made from it. Give one with --slug.")]
    [InlineData("Knots", "2019", "!", "No address can be made from the slug \"!\".")]
    public void Says_what_keeps_it_from_writing(string title, string date, string? slug, string why)
    {
        Assert.Equal([why], new NewSeminar(title, date) { Slug = slug }.TryWrite(out var path, out var markdown));
        Assert.Equal((null, null), (path, markdown));
    }

    [Theory]
    [InlineData("2019", null, "seminars/2019/knots.md")]
    [InlineData("2019-03-14", "A Bend", "seminars/2019/2019-03-14-a-bend.md")]
    [InlineData("2019", "2020-01-x", "seminars/2019/2020-01-x.md")]
    public void Has_the_address_that_was_asked_for(string date, string? slug, string expected)
    {
        Assert.Equal([], new NewSeminar("Knots", date) { Slug = slug }.TryWrite(out var path, out var markdown));
        Assert.Equal((expected, Slug.From(slug ?? "Knots")), (path, SeminarReader.Read(path!, Encoding.UTF8.GetBytes(markdown!)).Seminar!.Slug));
    }

    [Fact]
    public void A_long_title_gives_a_short_name_and_is_kept_whole()
    {
        var title = string.Join(' ', Enumerable.Repeat("ropes and knots", 12));

        Assert.Equal([], new NewSeminar(title, "2019-03-14").TryWrite(out var path, out var markdown));
        Assert.Equal("seminars/2019/2019-03-14-ropes-and-knots-ropes-and-knots-ropes-and-knots-ropes-and.md", path);
        Assert.Equal(title, SeminarReader.Read(path!, Encoding.UTF8.GetBytes(markdown!)).Seminar!.Title);
    }

    [Fact]
    public void Whatever_is_typed_comes_back_or_is_refused_with_a_reason() =>
        Gen.Select(Lines, Lines, Lines, Lines).Sample(
            (title, speaker, affiliation, category) =>
            {
                var seminar = new NewSeminar(title, "2019-03-14") { Speakers = [speaker], Affiliations = [affiliation], Authors = [speaker], Categories = [category], Slug = "knots" };
                var faults = seminar.TryWrite(out var path, out var markdown);
                if (path is null) return faults.Count > 0 && faults.All(fault => fault.Length > 0);
                var read = SeminarReader.Read(path, Encoding.UTF8.GetBytes(markdown!)).Seminar!;
                return (read.Title, read.Speakers.Single().Name, read.Speakers[0].Affiliation, read.Authors.Single(), read.Categories.Single())
                    == (Clean(title), Clean(speaker), Clean(affiliation), Clean(speaker), Clean(category));
            }, iter: 5000);

    [Fact]
    public void A_title_with_any_punctuation_but_marks_is_never_refused() =>
        Lines.Select(line => "Knots " + line).Where(line => line.Length < 400 && !Regex.IsMatch(line, "[*_\\[<•†‡§¶¹²³⁰⁴-⁹]|[0-9] *([,;&]|and|$)")).Sample(
            title => new NewSeminar(title, "2019-03-14") { Speakers = [title[..Math.Min(title.Length, 150)]] }.TryWrite(out _, out _).Count == 0, iter: 5000);

    [Theory]
    [InlineData("THE KING'S FUND", true)]
    [InlineData("NASA", false)]
    [InlineData("Knots", false)]
    public void Knows_a_shouted_title(string title, bool shouted) => Assert.Equal(shouted, new NewSeminar(title, "2019").IsShouted);

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    // One line without what no reader can see.
    private static string Clean(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(c => !char.IsControl(c) && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB')))])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize();
}
