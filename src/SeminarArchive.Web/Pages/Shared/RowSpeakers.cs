using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>The speakers of a row, each leading to their page, and their institutions.</summary>
/// <param name="solo">Only the institutions: the list is one speaker's.</param>
public sealed class RowSpeakers(SeminarRow row, bool solo = false) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var groups = Bylines.Of(row.Speakers);
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
                writer.Write(last ? "</span>" : ";</span> ");
            }
            else if (!last)
            {
                writer.Write("; ");
            }
        }
    }
}
