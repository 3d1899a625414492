using System.Globalization;
using System.Text;

namespace SeminarArchive.Content;

/// <summary>A seminar as someone describes it who is about to write its file; every value as it was typed.</summary>
public sealed record NewSeminar(string Title, string Date)
{
    private const int LongestName = 60;

    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>One for all speakers, or one for each in order.</summary>
    public IReadOnlyList<string> Affiliations { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Slides { get; init; } = [];

    public bool Draft { get; init; }

    /// <summary>The last part of the address; null: made from the title.</summary>
    public string? Slug { get; init; }

    /// <summary>Whether the title is shouted: of its letters, eight or more, none is small.</summary>
    public bool IsShouted => Title.Count(char.IsUpper) >= 8 && !Title.Any(char.IsLower);

    /// <summary>The file's text and place, or what keeps it from being written: then both are null.</summary>
    /// <param name="path">Under the content folder: <c>seminars/2019/2019-03-14-knots.md</c>.</param>
    public IReadOnlyList<string> TryWrite(out string? path, out string? markdown)
    {
        (path, markdown) = (null, null);
        if (Affiliations.Count > 1 && Affiliations.Count != Speakers.Count)
            return [$"There are {Speakers.Count} speakers and {Affiliations.Count} affiliations. Give one affiliation for all, or one for each speaker in the same order."];
        if (Affiliations.Count > 0 && Speakers.Count == 0) return ["An affiliation belongs to a speaker. Name the speaker too."];

        var name = ShortSlug(Slug ?? YamlValue.Line(Title));
        if (name.Length == 0) return [Slug is null ? "The title has no letter and no digit, so no address can be made from it. Give one with --slug." : $"No address can be made from the slug {PlainText.Quote(Slug)}."];

        var text = Markdown();
        var reading = SeminarReader.Read($"seminars/0/{name}.md", Encoding.UTF8.GetBytes(text));
        if (reading.Seminar is not { } seminar) return [.. reading.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => $"{problem.Cause} {problem.Fix}")];
        var faults = Faults(seminar).ToList();
        if (faults.Count > 0) return faults;

        var year = seminar.Date.Year.ToString("0000", CultureInfo.InvariantCulture);
        path = $"seminars/{year}/{(seminar.Date.Month is null ? "" : $"{seminar.Date}-")}{name}.md";
        // A name that begins like a date of its own keeps its slug.
        markdown = SeminarReader.Read(path, Encoding.UTF8.GetBytes(text)).Seminar?.Slug == name ? text : text.Replace("\n---\n", $"\nslug: {name}\n---\n", StringComparison.Ordinal);
        return [];
    }

    private string Markdown()
    {
        var text = new StringBuilder("---\n# yaml-language-server: $schema=../../seminar.schema.json\n");
        Line("title", Title);
        Line("date", Date);
        WritePeople(text, "speaker", Speakers, Affiliations);
        WritePeople(text, "author", Authors, []);
        WriteList(text, "category", "categories", Categories);
        WriteList(text, "slides", "slides", Slides);
        if (Draft) text.Append("status: draft\n");
        return text.Append("---\n\n").ToString();

        void Line(string field, string value) => text.Append(CultureInfo.InvariantCulture, $"{field}: {YamlValue.Of(YamlValue.Line(value))}\n");
    }

    // A single name that the reader might part is written with its field.
    private static void WritePeople(StringBuilder text, string field, IReadOnlyList<string> names, IReadOnlyList<string> affiliations)
    {
        if (names.Count == 1 && YamlValue.Line(names[0]) is var name && NameList.Read(name) is [var only] && only == new SpeakerEntry(name))
        {
            WriteList(text, field, field, names);
            WriteList(text, "affiliation", "affiliation", affiliations);
            return;
        }

        if (names.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{field}{(field == "speaker" ? "s" : "")}:\n");
        for (var i = 0; i < names.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {YamlValue.Of(YamlValue.Line(names[i]))}\n");
            if (affiliations.Count == names.Count) text.Append(CultureInfo.InvariantCulture, $"    affiliation: {YamlValue.Of(YamlValue.Line(affiliations[i]))}\n");
        }

        if (affiliations.Count != names.Count) WriteList(text, "affiliation", "affiliation", affiliations);
    }

    private static void WriteList(StringBuilder text, string one, string many, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        if (values.Count == 1) text.Append(CultureInfo.InvariantCulture, $"{one}: {YamlValue.Of(YamlValue.Line(values[0]))}\n");
        else text.Append(CultureInfo.InvariantCulture, $"{many}:\n{string.Concat(values.Select(value => $"  - {YamlValue.Of(YamlValue.Line(value))}\n"))}");
    }

    // What was typed and what the reader makes of it must be the same.
    private IEnumerable<string> Faults(SeminarFile read)
    {
        foreach (var (what, typed, back) in ((string, IEnumerable<string>, IEnumerable<string>)[])
        [
            ("title", [Title], [read.Title]),
            ("speaker", Speakers, read.Speakers.Select(speaker => speaker.Name)),
            ("affiliation", Affiliations, read.Speakers.Select(speaker => speaker.Affiliation).OfType<string>()),
            ("author", Authors, read.Authors),
            ("category", Categories, read.Categories),
        ])
        {
            foreach (var value in typed.Select(YamlValue.Line).Except(back, StringComparer.Ordinal))
                yield return $"The {what} {PlainText.Quote(value)} cannot be kept as it is: the archive would read {(back.Any() ? string.Join(", ", back.Select(PlainText.Quote)) : "nothing")}.";
        }

        if (read.Resources.Count != Slides.Distinct(StringComparer.Ordinal).Count()) yield return "The slides are no address the archive can read. Write a path such as  slides/knots.pdf , or an address that begins with https:// .";
    }

    private static string ShortSlug(string text)
    {
        var slug = Content.Slug.From(text);
        if (slug.Length <= LongestName) return slug;
        var cut = slug.LastIndexOf('-', LongestName);
        return cut > LongestName / 3 ? slug[..cut] : Content.Slug.From(new string([.. slug.EnumerateRunes().Take(LongestName).SelectMany(rune => rune.ToString())]));
    }
}
