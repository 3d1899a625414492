using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SeminarArchive.Web.Pages.Shared;

/// <summary>
/// A part of a page that is too long to be held: its template runs when the layout is already being sent, and may await.
/// What it has written stays in memory until <see cref="KeepAsync"/> or <see cref="SendAsync"/>, so that it must call one of them now and then.
/// </summary>
/// <param name="part">A template, such as <c>@&lt;text&gt;@{ await … }&lt;/text&gt;</c>; its <c>item</c> is this.</param>
public sealed class Streamed(ViewContext view, Func<Streamed, HelperResult> part) : IHtmlAsyncContent
{
    private TextWriter _page = TextWriter.Null;
    private TextWriter _answer = TextWriter.Null;

    /// <summary>Hands over what was written, to be sent as buffers fill up.</summary>
    public Task KeepAsync() => _page.FlushAsync();

    /// <summary>Sends what was written to the reader now.</summary>
    public async Task SendAsync()
    {
        await _page.FlushAsync();
        await _answer.FlushAsync();
    }

    public async ValueTask WriteToAsync(TextWriter writer)
    {
        if (HttpMethods.IsHead(view.HttpContext.Request.Method)) return;

        // Razor gathers in a writer of its own what it sends; the one below it leads to the reader.
        (_page, _answer) = (writer, view.Writer);
        await part(this).WriteAction(writer);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => throw new NotSupportedException("Only a page that is sent to a reader can be streamed.");
}
