using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

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

    // The framework's provider follows links wherever they lead; this one stays inside the folder.
    private sealed class InsideOnly(string folder) : IFileProvider, IDisposable
    {
        private readonly PhysicalFileProvider _files = new(folder, ExclusionFilters.Sensitive);
        private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

        public IFileInfo GetFileInfo(string subpath)
        {
            var file = _files.GetFileInfo(subpath);
            return file is { Exists: true, PhysicalPath: { } path } && !StaysInside(path) ? new NotFoundFileInfo(subpath) : file;
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

        public Microsoft.Extensions.Primitives.IChangeToken Watch(string filter) => NullChangeToken.Singleton;

        public void Dispose() => _files.Dispose();

        private bool StaysInside(string path)
        {
            for (var part = path; part.Length > _root.Length; part = Path.GetDirectoryName(part)!)
            {
                FileSystemInfo entry = Directory.Exists(part) ? new DirectoryInfo(part) : new FileInfo(part);
                if (entry.LinkTarget is null) continue;
                var target = entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
                if (target is null || !target.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return false;
            }

            return true;
        }
    }
}
