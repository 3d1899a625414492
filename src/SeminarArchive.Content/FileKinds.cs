using System.Collections.Frozen;

namespace SeminarArchive.Content;

/// <summary>The kinds of files that the site hands out beside its pages; <c>content/README.md</c> lists them. HTML and SVG are none of them: they could run programs in a reader's browser.</summary>
public static class FileKinds
{
    /// <summary>Media types by the ending of a file's name, whatever its capitals.</summary>
    public static FrozenDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
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
        [".rtf"] = "application/rtf",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".epub"] = "application/epub+zip",
        [".ps"] = "application/postscript",
        [".djvu"] = "image/vnd.djvu",

        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".srt"] = "text/plain; charset=utf-8",
        [".bib"] = "text/plain; charset=utf-8",
        [".tex"] = "text/plain; charset=utf-8",
        [".rmd"] = "text/plain; charset=utf-8",
        [".qmd"] = "text/plain; charset=utf-8",
        [".r"] = "text/plain; charset=utf-8",
        [".py"] = "text/plain; charset=utf-8",
        [".ipynb"] = "application/x-ipynb+json",

        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".jfif"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",

        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".wav"] = "audio/wav",
        [".flac"] = "audio/flac",
        [".mp4"] = "video/mp4",
        [".m4v"] = "video/mp4",
        [".webm"] = "video/webm",
        [".mov"] = "video/quicktime",

        [".zip"] = "application/zip",
        [".gz"] = "application/gzip",
        [".tgz"] = "application/gzip",
        [".tar"] = "application/x-tar",
        [".7z"] = "application/x-7z-compressed",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Such as browsers do not show, or that may hold programs.
    private static readonly string[] Pictures = [".svg", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".eps"];

    /// <summary>Whether the site hands out a file of that name.</summary>
    public static bool IsServed(string path) => Types.ContainsKey(Path.GetExtension(path));

    /// <summary>What to do with a file that is not handed out.</summary>
    public static string Instead(string path) => Path.GetExtension(path) switch
    {
        "" or "." => "Give its name the ending of its kind, such as  .pdf , and write it here.",
        var ending when Pictures.Contains(ending, StringComparer.OrdinalIgnoreCase) => "Save it as .png or .jpg, and write that file's name here.",
        _ => "Save it as .pdf, or pack it into a .zip, and write that file's name here.",
    };

    /// <summary>What to do with a file that belongs into a folder, and what to write then.</summary>
    /// <param name="folder">slides or uploads.</param>
    /// <param name="name">As it stands in an address.</param>
    public static string Put(string folder, string name)
    {
        var ending = folder == "uploads" ? "png" : "pdf";
        return IsServed(name) ? $"Put the file into  {folder}  and write:  /{folder}/{name}"
            : $"Save the file as .{ending}, put that into  {folder}  and write:  /{folder}/{Path.ChangeExtension(name, ending)}";
    }
}
