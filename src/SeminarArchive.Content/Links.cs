using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace SeminarArchive.Content;

/// <summary>Addresses in fields: absolute with http or https, or a file under the content folder.</summary>
internal static partial class Links
{
    private const int MaxLength = 2000;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly SearchValues<char> ToEscape = SearchValues.Create(" \t\n\r\"<>^`{|}\u00A0%");

    /// <summary>The address as the site prints it, or null with a problem.</summary>
    /// <param name="local">Whether it may be a file under the content folder.</param>
    public static string? Read(string value, Place place, ProblemList problems, bool local = true)
    {
        var url = new string([.. value.Where(c => !PlainText.IsControl(c))]).Trim();
        if (url is ['<', .., '>']) url = url[1..^1].Trim();
        if (url.StartsWith('[') && Linked().Match(url) is { Success: true } link) url = link.Groups["url"].Value;
        if (url.Length > MaxLength)
        {
            problems.Add(Rules.FieldTooLong, place, $"The address is {url.Length} characters long; {MaxLength} is the limit.", "Use a shorter address of the same page.");
            return null;
        }

        var scheme = Scheme(url);
        if (scheme is "javascript" or "vbscript" or "data" or "file" or "blob")
        {
            problems.Add(Rules.UrlUnsafe, place, $"{PlainText.Quote(url)} is not an address visitors may follow: {scheme}: could run a program or read their files.",
                "Write a web address that begins with https:// , or a path such as slides/knots.pdf .");
            return null;
        }

        if (scheme is "http" or "https") return Absolute(url, place, problems);
        if (scheme is { Length: 1 })
        {
            problems.Add(Rules.UrlScheme, place, $"{PlainText.Quote(url)} is a file on your own computer, which nobody else can open; it is left out.",
                "Copy the file to content/slides/ and write its path, such as  slides/knots.pdf .");
            return null;
        }

        if (url.StartsWith(@"\\", StringComparison.Ordinal))
        {
            problems.Add(Rules.UrlScheme, place, $"{PlainText.Quote(url)} is a file on your own network, which nobody outside can open; it is left out.",
                "Copy the file to content/slides/ and write its path, such as  slides/knots.pdf .");
            return null;
        }

        if (scheme is not null)
        {
            problems.Add(Rules.UrlScheme, place, $"{PlainText.Quote(url)} begins with {scheme}: and is left out; only http and https addresses are linked.",
                "Write the address of a web page, beginning with https:// .");
            return null;
        }

        if (url.StartsWith("//", StringComparison.Ordinal)) return Completed("https:" + url, url, place, problems);
        if (LooksLikeHost(url)) return Completed("https://" + url, url, place, problems);
        if (local) return Local(url, place, problems);
        problems.Add(Rules.UrlUnreadable, place, $"{PlainText.Quote(url)} is not a web address.", "Write the whole address, beginning with https:// .");
        return null;
    }

    /// <summary>The words of an address that is written as a link, as in a text: <c>[Handout](slides/knots.pdf)</c>; null where it is not.</summary>
    public static string? LabelOf(string value) => Linked().Match(value.Trim()) is { Success: true } link ? PlainText.Clean(link.Groups["label"].Value) : null;

    [GeneratedRegex(@"^\[(?<label>[^\[\]]+)\]\(\s*(?<url>[^()\s]+)\s*\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linked();

    /// <summary>The scheme before the colon in lower case, seen through white space and control characters as a browser sees it; null when there is none.</summary>
    public static string? Scheme(string url)
    {
        var scheme = new StringBuilder();
        foreach (var c in url)
        {
            if (c <= ' ' || char.IsControl(c) || PlainText.IsControl(c)) continue;
            if (c == ':') return scheme.Length == 0 ? "" : scheme.ToString();
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;
            scheme.Append(char.ToLowerInvariant(c));
            if (scheme.Length > 40) return null;
        }

        return null;
    }

    private static string? Completed(string whole, string written, Place place, ProblemList problems)
    {
        if (Absolute(whole, place, problems) is not { } url) return null;
        problems.Add(Rules.UrlIncomplete, place, $"{PlainText.Quote(written)} lacks the beginning of an address.", $"Write:  {url}");
        return url;
    }

    private static string? Absolute(string url, Place place, ProblemList problems)
    {
        var tail = url.AsSpan(Math.Min(9, url.Length));
        if (!url.Contains("://", StringComparison.Ordinal) || tail.Contains(" http", StringComparison.OrdinalIgnoreCase)
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
        {
            problems.Add(Rules.UrlUnreadable, place, $"{PlainText.Quote(url)} is not one complete web address.",
                "Write one address, such as  https://example.org/talk ; several go into a list, one to a line after a hyphen.");
            return null;
        }

        return Escape(url.Replace('\\', '/'));
    }

    private static string? Local(string path, Place place, ProblemList problems)
    {
        if (path.Contains('\\', StringComparison.Ordinal))
        {
            var slashed = path.Replace('\\', '/');
            problems.Add(Rules.UrlBackslash, place, $"The path {PlainText.Quote(path)} is written with backslashes.", $"Write it with slashes:  {slashed}");
            path = slashed;
        }

        var files = path.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (files.Length > 1 && Array.TrueForAll(files, HasEnding))
        {
            problems.Add(Rules.UrlUnreadable, place, $"{PlainText.Quote(path)} is not one path but {files.Length}; they are left out.", $"Write them as a list:  [{string.Join(", ", files)}]");
            return null;
        }

        var cut = path.AsSpan().IndexOfAny('?', '#');
        // "q#1.pdf" is a file's name, "knots.pdf#page=2" a page of a file.
        if (cut >= 0 && FromContent(path) is { } own && IsOfFiles(own) && !HasEnding(path[..cut]) && HasEnding(path[cut..])) (path, cut) = (path.Replace("?", "%3F", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal), -1);
        var (file, rest) = cut < 0 ? (path, "") : (path[..cut], path[cut..]);
        file = FromContent(file) ?? file.TrimStart('/');

        string plain;
        try
        {
            plain = Uri.UnescapeDataString(file);
        }
        catch (UriFormatException)
        {
            plain = file;
        }

        var parts = plain.Split('/', '\\');
        if (parts.Contains("..") || plain.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add(Rules.UrlUnsafe, place, $"The path {PlainText.Quote(path)} leads out of the content folder.", "Put the file under content/slides/ and write, for instance,  slides/knots.pdf .");
            return null;
        }

        if (file.Length == 0 || file.EndsWith('/') || !parts[^1].Contains('.', StringComparison.Ordinal))
        {
            if (path.StartsWith('/') && file.Length > 0) return Escape("/" + file) + rest;
            problems.Add(Rules.UrlUnreadable, place, $"{PlainText.Quote(path)} is neither a web address nor a file.",
                "Write an address that begins with https:// , or the path of a file, such as  slides/knots.pdf .");
            return null;
        }

        return Escape("/" + file) + Escape(rest);
    }

    /// <summary>
    /// A path that is written from where its file stands, or from the content folder's parent on, as it is from the content folder on: <c>slides/x.pdf</c> for <c>../slides/x.pdf</c>.
    /// Null when it leads elsewhere.
    /// </summary>
    public static string? FromContent(string path)
    {
        var from = path.AsSpan();
        var up = false;
        while (from is ['/', ..] or ['.', '/', ..] or ['.', '.', '/', ..])
        {
            up |= from is ['.', '.', ..];
            from = from[(from.IndexOf('/') + 1)..];
        }

        if (from.StartsWith("content/")) from = from["content/".Length..];
        return up && !IsOfFiles(from) ? null : from.ToString();
    }

    /// <summary>Whether a path begins in one of the folders for files that seminars point to.</summary>
    public static bool IsOfFiles(ReadOnlySpan<char> path) => path.StartsWith("slides/") || path.StartsWith("uploads/");

    // ".pdf", ".mp4": what a file's name ends in, and hardly anything else.
    private static bool HasEnding(string path) =>
        path.LastIndexOf('.') is >= 0 and var dot && path.Length - dot is >= 3 and <= 6 && path.AsSpan(dot + 1) is var ending && char.IsAsciiLetter(ending[0]) && ending.IndexOfAnyExcept(LettersAndDigits) < 0;

    // Endings of hosts that no file's name is likely to have.
    private static readonly FrozenSet<string> Tops = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "com", "org", "net", "edu", "gov", "info", "io", "ai", "app", "dev", "eu", "uk", "us", "ca", "au", "nz", "ie", "de", "fr", "it", "es", "pt", "nl", "be", "ch", "at", "dk", "se", "no", "fi", "jp", "cn", "kr", "in", "br", "ly", "do");

    /// <summary>True of <c>example.org/x</c>, <c>example.org</c> and <c>www.example.org</c>, but not of <c>talk.pdf</c> or <c>slides/talk.pdf</c>.</summary>
    public static bool LooksLikeHost(string url)
    {
        if (url.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return true;
        var slash = url.IndexOf('/', StringComparison.Ordinal);
        if (slash == 0) return false;
        if (slash < 0) return url.Split('.') is [{ Length: > 0 } name, var ending] && Tops.Contains(ending) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        var host = url[..slash];
        return host.Contains('.', StringComparison.Ordinal) && host[0] != '.' && host[^1] != '.' && host.All(c => char.IsLetterOrDigit(c) || c is '.' or '-')
            && host[(host.LastIndexOf('.') + 1)..] is { Length: >= 2 } top && top.All(char.IsLetter);
    }

    // Spaces, the marks that end an attribute, and per cent signs that escape nothing; everything else stays as the editor wrote it.
    private static string Escape(string url)
    {
        if (!url.AsSpan().ContainsAny(ToEscape)) return url;
        var text = new StringBuilder(url.Length + 8);
        for (var i = 0; i < url.Length; i++)
        {
            var c = url[i];
            if (c == '%') text.Append(i + 2 < url.Length && char.IsAsciiHexDigit(url[i + 1]) && char.IsAsciiHexDigit(url[i + 2]) ? "%" : "%25");
            else if (c is ' ' or '\t' or '\n' or '\r' or '"' or '<' or '>' or '^' or '`' or '{' or '|' or '}') text.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else if (c == '\u00A0') text.Append("%C2%A0");
            else text.Append(c);
        }

        return text.ToString();
    }
}
