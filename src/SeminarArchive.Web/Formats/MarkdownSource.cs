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

    private static async Task<IResult> AnswerAsync(Archive archive, ContentFolder content, string slug, CancellationToken cancel)
    {
        var (seminar, instead) = await archive.OrElseAsync(slug, AddressOf, cancel);
        if (seminar is null) return instead;

        return content.Source(seminar.Path, seminar.Hash) is { } source ? Results.Bytes(source, MediaType + "; charset=utf-8") : Results.NotFound();
    }
}
