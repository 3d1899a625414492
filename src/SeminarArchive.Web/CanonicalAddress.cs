using System.Globalization;
using System.Text;
using SeminarArchive.Store;

namespace SeminarArchive.Web;

/// <summary>
/// One address for each page: any other way of writing it (no final slash, capitals, doubled slashes, <c>page/1/</c>,
/// punctuation caught when a link was pasted) is answered by one 301, an old address by a 301 straight to its seminar or person.
/// </summary>
public sealed class CanonicalAddress(RequestDelegate next)
{
    // Addresses of programs, which end without a slash.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "/healthz", "/readyz" };

    public async Task InvokeAsync(HttpContext context, Readiness readiness)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        var canonical = Canonical(path);
        var moved = canonical != path;
        if (readiness.Ready && (moved || Recalls(request)))
        {
            var archive = context.RequestServices.GetRequiredService<Archive>();
            if (await archive.SlugOfAliasAsync(canonical + request.QueryString, context.RequestAborted) is { } slug)
            {
                Move(context, Addresses.Seminar(slug));
                return;
            }

            if (await archive.PersonOfAliasAsync(canonical + request.QueryString, context.RequestAborted) is { } person)
            {
                Move(context, Addresses.Speaker(person));
                return;
            }
        }

        if (moved)
        {
            Move(context, new PathString(canonical).ToUriComponent() + request.QueryString);
            return;
        }

        await next(context);
    }

    /// <summary>The one way of writing a path; files keep their own.</summary>
    public static string Canonical(string path)
    {
        if (Plain.Contains(path)) return path;

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (parts.Count > 0 && parts[^1].AsSpan(1).Contains('.') && IsFile(parts[^1])) return "/" + string.Join('/', parts);

        if (parts.Count > 0) parts[^1] = TrimPasted(parts[^1]);
        if (parts is ["index.php", ..]) parts.RemoveAt(0);
        if (parts is [.., "page", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
        {
            if (n == 1) parts.RemoveRange(parts.Count - 2, 2);
            else if (n > 1) parts[^1] = n.ToString(CultureInfo.InvariantCulture);
        }

        if (parts is [{ Length: 4 } year, [>= '1' and <= '9'] month, ..] && year.All(char.IsAsciiDigit)) parts[1] = "0" + month;
        parts.RemoveAll(p => p.Length == 0);
        return parts.Count == 0 ? "/" : ("/" + string.Join('/', parts) + "/").Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    // Old WordPress addresses keep their identity in the query of the front page.
    private static bool Recalls(HttpRequest request) => request.Path == "/" && request.QueryString.HasValue;

    private static bool IsFile(string name)
    {
        var ending = name[(name.LastIndexOf('.') + 1)..];
        return ending.Length is > 0 and <= 8 && ending.All(char.IsAsciiLetterOrDigit) && ending.Any(char.IsAsciiLetter);
    }

    // What a mail program takes into a link: spaces, closing quotes, the full stop of the sentence.
    private static string TrimPasted(string part) => part.TrimEnd(' ', '\u00A0', '.', ',', ';', ':', '!', '"', '\'', ')', ']', '>', '’', '”', '»', '…');

    private static void Move(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "public, max-age=3600";
    }
}
