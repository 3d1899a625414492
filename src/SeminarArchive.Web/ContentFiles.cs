using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using SeminarArchive.Content;

namespace SeminarArchive.Web;

/// <summary>Slides and other files of the content folder, served at their own paths; only kinds that cannot run in a page.</summary>
public static class ContentFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".pps"] = "application/vnd.ms-powerpoint",
        [".ppsx"] = "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".key"] = "application/vnd.apple.keynote",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".csv"] = "text/csv; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".srt"] = "text/plain; charset=utf-8",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".epub"] = "application/epub+zip",
        [".zip"] = "application/zip",
        [".bib"] = "text/plain; charset=utf-8",
        [".ipynb"] = "application/x-ipynb+json",
    });

    /// <summary>The media type of a file of these kinds, without its charset, by the ending of its address; null of any other.</summary>
    public static string? TypeOf(string address) => Types.TryGetContentType(address.Split('?', '#')[0], out var type) ? type.Split(';')[0] : null;

    /// <summary>Answers for the files of the folder, with ranges, <c>Last-Modified</c> and <c>ETag</c>; never for dot-files or through links that lead out.</summary>
    public static void UseContentFiles(this WebApplication app, string folder)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new InsideOnly(folder),
            ContentTypeProvider = Types,
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl = "public, max-age=3600",
        });
    }

    // The framework's provider follows links wherever they lead, takes a link's length for the file's, and looks into dot-folders.
    private sealed class InsideOnly(string folder) : IFileProvider
    {
        private readonly string? _root = RealPath.Of(folder);

        public IFileInfo GetFileInfo(string subpath)
        {
            var parts = subpath.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
            if (_root is null || parts.Length == 0 || Array.Exists(parts, p => p[0] == '.' || p.Contains('\0', StringComparison.Ordinal))) return new NotFoundFileInfo(subpath);
            if (RealPath.Inside(_root, Path.Combine(parts)) is not { } real || !File.Exists(real)) return new NotFoundFileInfo(subpath);

            return new PhysicalFileInfo(new FileInfo(real));
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public Microsoft.Extensions.Primitives.IChangeToken Watch(string filter) => NullChangeToken.Singleton;
    }
}
