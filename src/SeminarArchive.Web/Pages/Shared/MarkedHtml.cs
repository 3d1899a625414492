using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>A text on the page, with <c>mark</c> around what was searched for.</summary>
public sealed class MarkedHtml(MarkedText text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (part, match) in text.Parts)
        {
            if (match) writer.Write("<mark>");
            encoder.Encode(writer, part);
            if (match) writer.Write("</mark>");
        }
    }
}
