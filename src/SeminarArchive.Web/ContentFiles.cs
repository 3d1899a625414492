using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Data.Sqlite;
using Microsoft.Net.Http.Headers;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Web.Formats;

namespace SeminarArchive.Web;

/// <summary>
/// Slides and other files of the content folder, served at their own paths; only kinds that cannot run in a page, never dot-files nor through links that lead out.
/// In parts where asked for; the <c>ETag</c> is made from the bytes, and <c>Last-Modified</c> says when the archive saw them change,
/// so that copies of the folder agree on both whenever they were copied.
/// </summary>
public sealed class ContentFiles(RequestDelegate next, SiteOptions site, ArchiveFile archive, Readiness readiness)
{
    private static readonly FileExtensionContentTypeProvider Types = new(FileKinds.Types);

    /// <summary>The media type of a file of these kinds, without its charset, by the ending of its address; null of any other.</summary>
    public static string? TypeOf(string address) => Types.TryGetContentType(address.Split('?', '#')[0], out var type) ? type.Split(';')[0] : null;

    private readonly string? _root = RealPath.Of(site.ContentPath);
    private readonly ConcurrentDictionary<string, Hashed> _hashes = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        // Its kind goes by the name it is asked for: a link may lead to a store that names files otherwise.
        var path = context.Request.Path.Value ?? "/";
        if (!Types.TryGetContentType(path, out var type) || Find(path) is not { } file)
        {
            await next(context);
            return;
        }

        var (changedAt, seminars) = Ask(PlainText.Normal(string.Join('/', Parts(path))), file);
        if (await OpenAsync(file, type) is not { } opened)
        {
            await next(context);
            return;
        }

        Signposting.Belong(context.Response, seminars, site.OriginOf(context.Request));
        context.Response.Headers.CacheControl = "public, max-age=3600";
        // Only GET asks for parts (RFC 9110, 14.2).
        if (!HttpMethods.IsGet(context.Request.Method)) context.Request.Headers.Range = default;
        // Not by its name: of a file that is given without a date, the framework would take the disk's.
        await Results.Stream(opened.Bytes, type, lastModified: changedAt, entityTag: opened.Tag, enableRangeProcessing: true).ExecuteAsync(context);
    }

    // When it changed, which is not known while the archive has not seen it as it is now, and what it belongs to. Slides are served without an archive, too.
    private (DateTimeOffset? ChangedAt, IReadOnlyList<string> Seminars) Ask(string path, FileInfo file)
    {
        if (!readiness.Ready) return (null, []);
        try
        {
            using var reader = archive.OpenRead();
            return (reader.MediaChangedAt(path, file.Length, file.LastWriteTimeUtc), reader.SeminarsWithFile(path, file.Length));
        }
        catch (SqliteException e) when (readiness.IsNoMore(archive, e))
        {
            return (null, []);
        }
    }

    private static string[] Parts(string path) => path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);

    private FileInfo? Find(string path)
    {
        var parts = Parts(path);
        if (_root is null || parts.Length == 0 || Array.Exists(parts, p => p[0] == '.' || p.Contains('\0', StringComparison.Ordinal))) return null;
        // "talk.md.txt", as some editors name a seminar: it may be a draft.
        if (parts[^1].EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && ContentFolder.IsMarkdown(Path.GetFileNameWithoutExtension(parts[^1]))) return null;

        return RealPath.Existing(_root, Path.Combine(parts)) is { } real && new FileInfo(real) is { Exists: true } file ? file : null;
    }

    // Read through once, and again only after the file has changed. Weak for what is packed on its way. Null when the file went meanwhile, or may not be read.
    private async Task<(FileStream Bytes, EntityTagHeaderValue Tag)?> OpenAsync(FileInfo file, string type)
    {
        FileStream? bytes = null;
        try
        {
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            bytes = new FileStream(file.FullName, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
            if (!_hashes.TryGetValue(file.FullName, out var hashed) || hashed.Length != length || hashed.Written != written)
            {
                hashed = new Hashed(length, written, Convert.ToHexStringLower((await SHA256.HashDataAsync(bytes)).AsSpan(0, 12)));
                _hashes[file.FullName] = hashed;
                bytes.Position = 0;
            }

            return (bytes, new EntityTagHeaderValue($"\"{hashed.Hash}\"", isWeak: type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (bytes is not null) await bytes.DisposeAsync();
            return null;
        }
    }

    private sealed record Hashed(long Length, DateTime Written, string Hash);
}
