using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>The speakers of a row, each leading to their page, and their institutions; of very many the first few, for a row is not to fill a screen.</summary>
/// <param name="solo">Only the institutions: the list is one speaker's.</param>
public sealed class RowSpeakers(SeminarRow row, bool solo = false) : IHtmlContent
{
    private const int Many = 10;
    private const int Few = 6;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var named = row.Speakers.Count > Many && !solo ? [.. row.Speakers.Take(Few)] : row.Speakers;
        var groups = Bylines.Of(named);
        for (var g = 0; g < groups.Count; g++)
        {
            var (speakers, last) = (groups[g].Speakers, g == groups.Count - 1);
            for (var i = 0; i < speakers.Count && !solo; i++)
            {
                writer.Write(Words.Before(i, speakers.Count));
                writer.Write("<a href=\"");
                encoder.Encode(writer, Addresses.Speaker(speakers[i].Slug));
                writer.Write("\"><bdi>");
                encoder.Encode(writer, speakers[i].Name);
                writer.Write("</bdi></a>");
            }

            if (groups[g].Affiliation is { } affiliation)
            {
                writer.Write(" <span>");
                encoder.Encode(writer, affiliation);
                writer.Write(last ? "</span>" : "<i>;</i></span> ");
            }
            else if (!last)
            {
                writer.Write("; ");
            }
        }

        if (named.Count < row.Speakers.Count) writer.Write($" and {row.Speakers.Count - named.Count} others");
    }
}
