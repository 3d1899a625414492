using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>The title of a row, leading to the seminar. Written by hand, as <see cref="RowSpeakers"/> is: a partial view for each costs more than the rest of a list.</summary>
/// <param name="marked">The title with what was searched for marked; null outside of results.</param>
public sealed class RowTitle(SeminarRow row, SiteOptions site, IHtmlContent? marked = null) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<a href=\"");
        encoder.Encode(writer, Addresses.Seminar(row.Slug));
        if (site.Foreign(row.Language) is { } language)
        {
            writer.Write("\" lang=\"");
            encoder.Encode(writer, language);
            writer.Write("\" dir=\"auto");
        }

        var capitals = Words.IsCapitals(row.Title);
        writer.Write(capitals ? "\"><span class=\"caps\">" : "\">");
        if (marked is null) encoder.Encode(writer, row.Title);
        else marked.WriteTo(writer, encoder);
        writer.Write(capitals ? "</span></a>" : "</a>");
    }
}
