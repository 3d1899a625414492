using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// A seminar as its editor wrote it: the bytes of its file, from the content folder. Only the version that the page shows is offered; while the file
/// holds another, which may have errors or be meant as a draft, there is none.
/// </summary>
public static class MarkdownSource
{
    public const string MediaType = "text/markdown";

    public static void MapMarkdownSource(this WebApplication app) =>
        app.MapMethods("/seminars/{slug}.md", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute());

    public static string AddressOf(string slug) => Addresses.Seminar(slug).TrimEnd('/') + ".md";

    private static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, ContentFolder content, SiteOptions site, string slug)
    {
        var (seminar, instead) = await archive.OrElseAsync(slug, AddressOf, context.RequestAborted);
        if (seminar is null) return instead;

        if (content.Source(seminar.Path, seminar.Hash) is not { } source) return Results.NotFound();

        Signposting.Describe(context.Response, seminar, site.OriginOf(context.Request));
        return Results.Bytes(source, MediaType + "; charset=utf-8");
    }
}
