namespace SeminarArchive.Web.Formats;

/// <summary>
/// What programs that gather pages may ask for (RFC 9309): all but the results of searches, of which there is no end.
/// A copy of the site for trying things out, in another environment or at another host than the public address, is closed to them.
/// </summary>
public static class Robots
{
    private const string Closed = "User-agent: *\nDisallow: /\n";

    private const string Open = """
        User-agent: *
        Allow: /search/$
        Disallow: /search/
        Disallow: /*?q=
        Disallow: /*&q=
        Disallow: /*?s=
        Disallow: /*&s=

        """;

    public static void MapRobots(this WebApplication app) => app.MapMethods("/robots.txt", [HttpMethods.Get, HttpMethods.Head], Answer).WithMetadata(new FromSettings());

    private static IResult Answer(HttpContext context, SiteOptions site, IHostEnvironment environment)
    {
        return Results.Text(environment.IsProduction() && site.IsPublicHost(context.Request) ? $"{Open}\nSitemap: {site.OriginOf(context.Request)}{Sitemap.Address}\n" : Closed, "text/plain; charset=utf-8");
    }
}
