using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SeminarArchive.Store;
using SeminarArchive.Store.Search;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// What browsers and the search field offer while somebody types, in the OpenSearch form:
/// <c>["comp", [texts], [descriptions], [addresses]]</c>.
/// </summary>
public static class SearchSuggestions
{
    private const string MediaType = "application/x-suggestions+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void MapSearchSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Addresses.Suggestions, [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new FromArchiveAttribute(), new ReadsQueryAttribute("q"));

    private static async Task<IResult> AnswerAsync(HttpContext context, Archive archive, Finder finder, SiteOptions site, CancellationToken cancel)
    {
        var typed = SearchQuery.Parse(context.Request.Query["q"].FirstOrDefault());
        var suggestions = await finder.SuggestAsync(archive, typed, cancel);
        var origin = site.OriginOf(context.Request);
        object[] answer =
        [
            typed.Text,
            suggestions.Select(s => s.Text),
            suggestions.Select(s => Describe(s, site)),
            suggestions.Select(s => origin + AddressOf(s)),
        ];
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text(JsonSerializer.Serialize(answer, Options), MediaType);
    }

    private static string Describe(Suggestion suggestion, SiteOptions site) => suggestion.Kind switch
    {
        null => string.Join(", ", new[] { suggestion.Speakers, $"{suggestion.Count}", Words.CalledOff(suggestion.EventStatus)?.ToLowerInvariant() }.Where(part => part is { Length: > 0 })),
        Facet.Author => $"Posted {Words.Seminars(suggestion.Count, site.Culture)}",
        { } kind => $"{kind}, {Words.Seminars(suggestion.Count, site.Culture)}",
    };

    private static string AddressOf(Suggestion suggestion) => suggestion.Kind switch
    {
        Facet.Speaker => Addresses.Speaker(suggestion.Slug),
        Facet.Category => Addresses.Category(suggestion.Slug),
        Facet.Affiliation => Addresses.Affiliation(suggestion.Slug),
        Facet.Author => Addresses.Author(suggestion.Slug),
        _ => Addresses.Seminar(suggestion.Slug),
    };
}
