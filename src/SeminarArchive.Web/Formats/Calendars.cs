using System.Text;
using Ical.Net;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// Seminars as calendars (RFC 5545): every list as <c>calendar.ics</c>, to subscribe to, and every seminar on its own, to take over.
/// Seminars of which no day is known are in none.
/// </summary>
public static class Calendars
{
    private const string MediaType = "text/calendar; charset=utf-8";

    private const string End = "END:VCALENDAR\r\n";

    public static void MapCalendars(this WebApplication app)
    {
        app.MapListings("calendar.ics", AnswerAsync, new FromArchiveAttribute { IsLong = true });
        app.MapMethods("/seminars/{slug}/calendar.ics", [HttpMethods.Get, HttpMethods.Head], AnswerOneAsync).WithMetadata(new FromArchiveAttribute());
    }

    /// <summary>Address of the calendar of a list, or of a seminar, by the address of its page.</summary>
    public static string AddressOf(string page) => page + "calendar.ics";

    private static async Task AnswerAsync(HttpContext context, Archive archive, SiteOptions site)
    {
        var response = context.Response;
        if (await Listings.FindAsync(context, archive, site) is not { } listing)
        {
            await Listings.SayMovedAsync(context, archive);
            return;
        }

        response.ContentType = MediaType;
        if (HttpMethods.IsHead(context.Request.Method)) return;

        var cancel = context.RequestAborted;
        var events = EventsFor(context, site);
        var serializer = new EventSerializer();
        var dated = listing.Seminars.OnADay();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(false), 16 * 1024, leaveOpen: true);
        await writer.WriteAsync(Head(await FrameAsync(listing, dated, events, site, cancel)));
        await foreach (var seminar in dated.WholeAsync(cancel)) await writer.WriteAsync(serializer.Text(events.Of(seminar)));
        await writer.WriteAsync(End);
    }

    private static async Task<IResult> AnswerOneAsync(HttpContext context, Archive archive, SiteOptions site, string slug, CancellationToken cancel)
    {
        var (seminar, instead) = await archive.OrElseAsync(slug, s => AddressOf(Addresses.Seminar(s)), cancel);
        if (seminar is null) return instead;
        if (!SeminarEvent.Has(seminar)) return Results.NotFound();

        var events = EventsFor(context, site);
        var calendar = Empty();
        if (seminar.Time is not null && events.ZoneOf(seminar.TimeZone) is { } zone) calendar.AddChild(ZoneRules.Of(zone, seminar.Year, seminar.EndDate?.Year ?? seminar.Year));
        calendar.Events.Add(events.Of(seminar));
        context.Response.Headers.ContentDisposition = "inline; filename=\"seminar.ics\"";
        return Results.Text(new CalendarSerializer().Text(calendar), MediaType);
    }

    private static SeminarEvent EventsFor(HttpContext context, SiteOptions site) => new(site, site.OriginOf(context.Request), site.AuthorityOf(context.Request));

    // The calendar without its events, but with the zones that they need. A calendar that is empty otherwise has the site's, since it must not be.
    private static async Task<Calendar> FrameAsync(Listing listing, IQueryable<Seminar> seminars, SeminarEvent events, SiteOptions site, CancellationToken cancel)
    {
        var calendar = Empty();
        var name = listing.Address == "/" ? site.Title : $"{listing.Name} – {site.Title}";
        foreach (var property in (string[])["NAME", "X-WR-CALNAME"]) calendar.Properties.Add(new CalendarProperty(property, SeminarEvent.Clean(name)));

        var spans = await seminars.Where(s => s.Time != null).GroupBy(s => s.TimeZone)
            .Select(g => new { Zone = g.Key, First = g.Min(s => s.Year), Last = g.Max(s => (s.EndDateKey ?? s.DateKey) / 10000) }).ToListAsync(cancel);
        var zones = spans.Select(s => (Zone: events.ZoneOf(s.Zone), s.First, s.Last)).Where(s => s.Zone is not null).GroupBy(s => s.Zone!.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var zone in zones) calendar.AddChild(ZoneRules.Of(zone.First().Zone!, zone.Min(z => z.First), zone.Max(z => z.Last)));
        if (zones.Count == 0) calendar.AddChild(ZoneRules.Of(events.ZoneOf(null) ?? NodaTime.DateTimeZone.Utc, 2000, 2000));
        return calendar;
    }

    private static Calendar Empty() => new() { ProductId = "-//Seminar Archive//Seminar Archive//EN" };

    private static string Head(Calendar frame)
    {
        var text = new CalendarSerializer().Text(frame);
        return text[..text.LastIndexOf(End, StringComparison.Ordinal)];
    }
}
