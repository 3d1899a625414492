using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;
using SeminarArchive.Store;
using SeminarArchive.Web.Formats;
using SeminarArchive.Web.Formats.Api;

namespace SeminarArchive.Web;

/// <summary>
/// One address for each page: any other way of writing it (no final slash, capitals, doubled slashes, <c>page/1/</c>,
/// punctuation caught when a link was pasted) is answered by one 301, an old address by a 301 straight to its seminar or person,
/// an old search or feed by one to the new, one cut short or with a name as it is printed by one to its list.
/// </summary>
public sealed partial class CanonicalAddress(RequestDelegate next, EndpointDataSource endpoints)
{
    // Addresses of programs, which end without a slash.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "/healthz", "/readyz", "/oembed", "/oai" };

    // The first words of the site's own addresses: about, years, speakers …
    private readonly Lazy<HashSet<string>> _words = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => e.RoutePattern.PathSegments.Take(1)).Select(s => s.Parts[0]).OfType<RoutePatternLiteralPart>().Select(p => p.Content)]);

    public async Task InvokeAsync(HttpContext context, Readiness readiness, ArchiveFile file)
    {
        try
        {
            if (await IsAnsweredAsync(context, readiness)) return;
        }
        catch (SqliteException e) when (readiness.IsNoMore(file, e))
        {
            await NotYet.AnswerAsync(context);
            return;
        }

        await next(context);
    }

    // What is asked for under another address than its own.
    private async Task<bool> IsAnsweredAsync(HttpContext context, Readiness readiness)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        var canonical = Canonical(path);
        var moved = canonical != path;
        var search = OldSearches.Now(canonical, request.Query) ?? OldLists.Now(canonical, request.Query);
        var feed = OldFeeds.At(canonical, request.Query) is { } found && (moved || found.IsOld) ? found : null;
        if (readiness.Ready && feed is not null)
        {
            var archive = context.RequestServices.GetRequiredService<Archive>();
            if (feed.Ending is { } ending)
            {
                var address = await archive.PersonOfAliasAsync(feed.List, context.RequestAborted) is { } person ? Addresses.Speaker(person) + ending : feed.Address;
                // What stands on its pages it knows itself.
                if (OldLists.Page(request.Query) > 1 && FeedKind.All.Any(k => k.Ending == ending))
                {
                    request.Path = PathString.FromUriComponent(address);
                    return false;
                }

                Move(context, address);
                return true;
            }

            if (await archive.WasOfCommentsAsync(feed, context.RequestAborted))
            {
                await SayGoneAsync(context);
                return true;
            }
        }

        if (readiness.Ready && (moved || Recalls(request) || search is not null))
        {
            var archive = context.RequestServices.GetRequiredService<Archive>();
            if ((await archive.LeadsToAsync(canonical, request.QueryString.Value, mayBePost: !IsOwn(canonical), context.RequestAborted) ?? search) is { } led)
            {
                Move(context, led);
                return true;
            }

            // A post that nobody knows is not the front page.
            if (canonical == "/" && OldAddresses.IsForPost(request.QueryString.Value))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return true;
            }
        }

        // Until it is known whether an old search is a seminar's old address, or what an old feed was of, nothing is said of it.
        // Nor is anybody led to where nothing can be, such as a list whose name is no slug.
        if (moved && !SpeltNames.Has(canonical) && search is null && feed is not { IsOld: true } && (!readiness.Ready || IsOwn(canonical) || OwnAddresses.Has(canonical) || !canonical.EndsWith('/')))
        {
            Move(context, new PathString(canonical).ToUriComponent() + request.QueryString);
            return true;
        }

        return false;
    }

    /// <summary>The one way of writing a path; files keep their own.</summary>
    public static string Canonical(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var before = -1; before != parts.Count;)
        {
            before = parts.Count;
            while (parts.Count > 0 && (parts[^1] = TrimPasted(parts[^1])).Length == 0) parts.RemoveAt(parts.Count - 1);
            if (parts.Count > 0 && parts[0].Equals("index.php", StringComparison.OrdinalIgnoreCase)) parts.RemoveAt(0);
            if (PageNumber(parts) == 1) parts.RemoveRange(parts.Count - 2, 2);
        }

        if (parts.Count > 0 && IsFile(parts[^1])) return "/" + string.Join('/', parts);

        if (PageNumber(parts) is > 1 and var number) parts[^1] = number.ToString(CultureInfo.InvariantCulture);
        if (parts is [{ Length: 4 } year, [>= '1' and <= '9'] month, ..] && year.All(char.IsAsciiDigit)) parts[1] = "0" + month;
        if (parts.Count == 0) return "/";
        var folded = Fold("/" + string.Join('/', parts));
        return Plain.Contains(folded) || ApiAddresses.Has(folded) ? folded : folded + "/";
    }

    // What the server could not decode is still an escape, whose letters clients turn into capitals by themselves: they stay as they are.
    private static string Fold(string path)
    {
        var folded = AliasKey.Fold(path);
        if (!path.Contains('%', StringComparison.Ordinal)) return folded;

        var escapes = new Queue<string>(Escape().Matches(path).Select(e => e.Value));
        return Escape().Count(folded) == escapes.Count ? Escape().Replace(folded, _ => escapes.Dequeue()) : folded;
    }

    [GeneratedRegex("%[0-9a-fA-F]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();

    private bool IsOwn(string canonical) =>
        canonical.Split('/') is ["", var word, ..] && (word.Length == 0 || _words.Value.Contains(word) || (canonical.Length == 6 && word.All(char.IsAsciiDigit)));

    // Old WordPress addresses keep their identity in the query of the front page.
    private static bool Recalls(HttpRequest request) => request.Path == "/" && request.QueryString.HasValue;

    private static int? PageNumber(List<string> parts) =>
        parts is [.., var page, var number] && page.Equals("page", StringComparison.OrdinalIgnoreCase) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    // A dot-file is no file with an ending.
    private static bool IsFile(string name)
    {
        if (name.LastIndexOf('.') < 1) return false;

        var ending = name[(name.LastIndexOf('.') + 1)..];
        return ending.Length is > 0 and <= 8 && ending.All(char.IsAsciiLetterOrDigit) && ending.Any(char.IsAsciiLetter);
    }

    // What a mail program takes into a link: spaces, closing quotes, the full stop of the sentence.
    private static string TrimPasted(string part) => part.TrimEnd(' ', '\u00A0', '.', ',', ';', ':', '!', '"', '\'', ')', ']', '>', '’', '”', '»', '…');

    // So that feed readers stop asking.
    private static Task SayGoneAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return context.Response.WriteAsync("The archive has no comments, and no feed of them.\n", context.RequestAborted);
    }

    /// <summary>Answers that it is at another address; see <see cref="Moved"/>.</summary>
    internal static void Move(HttpContext context, string address)
    {
        // What was sent by POST is to be sent again.
        context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status308PermanentRedirect : StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = address;
        context.Response.Headers.CacheControl = "public, max-age=3600";
    }
}
