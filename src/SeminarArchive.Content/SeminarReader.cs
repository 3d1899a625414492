using System.Collections.Frozen;
using System.Security.Cryptography;

namespace SeminarArchive.Content;

/// <summary>Markdown with front matter → a <see cref="SeminarFile"/>, or every problem in it.</summary>
public static class SeminarReader
{
    /// <summary>
    /// Reads one file. Never throws for what the file holds: bad bytes, bad YAML and bad values are problems,
    /// all of them reported at once; unknown fields are notices.
    /// </summary>
    /// <param name="path">Path under the content folder, with forward slashes: <c>seminars/2020/knots.md</c>.</param>
    public static Reading Read(string path, ReadOnlySpan<byte> bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = SourceText.From(path, bytes, out var problems);
        FrontMatterFields? fields = null;
        var seminar = text is null ? null : Seminar(path, problems, out fields);
        var silenced = fields is null ? FrozenSet<string>.Empty : IgnoreField.Read(fields);
        problems.Silence(silenced);
        return new Reading(path, hash, problems.HasErrors ? null : seminar, problems.InOrder()) { Silenced = silenced, Fields = fields, Lines = problems.Lines };
    }

    private static SeminarFile? Seminar(string path, ProblemList problems, out FrontMatterFields? fields)
    {
        fields = null;
        if (Fences.Find(problems) is not { } fences) return null;
        var map = YamlTree.Read(fences, problems);
        fields = map is null ? null : new FrontMatterFields(map, problems);
        var body = Body.Of(fields, fences, problems);
        return fields is null ? null : Seminar(path, fields, fences, body);
    }

    // Every field is read, even after an error, so that an editor sees all problems at once.
    private static SeminarFile? Seminar(string path, FrontMatterFields fields, Fences fences, MarkdownHtml body)
    {
        var title = fields.Text("title", 500);
        if (title is null && !fields.Problems.Has(Rules.FieldTooLong) && !fields.Problems.Has(Rules.FieldShape)) fields.Missing("title", Rules.TitleMissing, "The seminar has no title.", "Add a line such as  title: Knots  to the front matter.", new Place(fences.Open + 1, 1));
        if (title is not null) title = TitleMarkup.Remove(title, fields.One("title")!.Place, fields.Problems);
        var when = WhenFields.Read(fields, path);
        var (status, eventStatus, reason) = StatusFields.Read(fields);
        var slug = AddressFields.SlugOf(fields, path);
        var seminar = new SeminarFile
        {
            Path = path,
            Slug = slug ?? "",
            Id = fields.Text("id", 100),
            Title = title ?? "",
            OriginalTitle = fields.Text("original_title", 500),
            Date = when.Date ?? default,
            EndDate = when.EndDate,
            Time = when.Time,
            EndTime = when.EndTime,
            TimeZone = when.TimeZone,
            Speakers = PeopleFields.Speakers(fields),
            Authors = PeopleFields.Authors(fields),
            Categories = WordsFields.Categories(fields),
            Tags = WordsFields.Tags(fields),
            Resources = ResourceFields.Read(fields),
            Doi = DoiOf(fields),
            Location = fields.Text("location", 300),
            Language = Language(fields),
            Posted = when.Posted,
            Updated = when.Updated,
            Aliases = AddressFields.Aliases(fields),
            Status = status,
            EventStatus = eventStatus,
            Reason = reason,
            AbstractHtml = body.Html,
            AbstractText = body.Text,
            Summary = body.Summary,
        };
        return title is null || when.Date is null || slug is null ? null : seminar;
    }

    private static string? DoiOf(FrontMatterFields fields)
    {
        if (fields.One("doi") is not { } field || fields.Text(field, 1000) is not { } text) return null;
        if (Doi.Parse(text) is { } doi) return doi;
        fields.Problems.Add(Rules.DoiInvalid, field.Place, $"{PlainText.Quote(text)} is not a DOI.", "Write it as it is registered, such as  10.5281/zenodo.1234567 , or its address at https://doi.org/ .");
        return null;
    }

    private static string? Language(FrontMatterFields fields)
    {
        if (fields.One("language") is not { } field || fields.Text(field, 100) is not { } text) return null;
        if (LanguageTag.Parse(text) is { } tag) return tag;
        fields.Problems.Add(Rules.LanguageUnknown, field.Place, $"{PlainText.Quote(text)} is not a language code and is left out.", "Write a code such as  en ,  fr  or  pt-BR .");
        return null;
    }
}
