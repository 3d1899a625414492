using System.Text;

namespace SeminarArchive.Tests;

/// <summary>A content file as a test writes it.</summary>
public sealed record Post(string FileName, string Markdown)
{
    /// <summary>A plain seminar; <paramref name="more"/> is further front matter, a line each.</summary>
    public static Post Seminar(
        string slug, string date = "2020-02-13", string? title = null, string? speaker = null, string? affiliation = null, string? postedBy = null,
        string? category = null, string body = "What was said.", params string[] more)
    {
        var text = new StringBuilder("---\n");
        Line("title", title ?? slug);
        Line("date", date);
        Line("speaker", speaker);
        Line("affiliation", affiliation);
        Line("author", postedBy);
        Line("category", category);
        foreach (var line in more) text.Append(line).Append('\n');
        return new Post($"{slug}.md", text.Append("---\n\n").Append(body).Append('\n').ToString());

        void Line(string key, string? value)
        {
            if (value is not null) text.Append(key).Append(": '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        }
    }
}
