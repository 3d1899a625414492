using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>
/// The archive for programs, read only, under <c>/api/</c>: names in camelCase, nothing where nothing is known, absolute addresses, dates after ISO 8601.
/// What can be asked is described at <c>/api/openapi.json</c> for programs and at <c>/api/</c> for people, from the <see cref="Operations"/> here.
/// </summary>
public static class ApiRoutes
{
    /// <summary>Route → operation, in the order in which they are described.</summary>
    public static readonly IReadOnlyList<(string Route, ApiOperation Operation, Delegate Answer)> Operations =
    [
        (ApiAddresses.Seminars, new("listSeminars", "Seminars", "List seminars", "All published seminars, or those that the filters and the words in `q` leave. With `q`, at most four filters combine, and slips are corrected where nothing else is found.", typeof(SeminarList), ApiExamples.Seminars)
        {
            Parameters = [ApiParameter.Q, ApiParameter.Year, ApiParameter.Category, ApiParameter.Speaker, ApiParameter.Affiliation, ApiParameter.Author, ApiParameter.Tag, ApiParameter.Has, ApiParameter.Sort, ApiParameter.Expand, ApiParameter.Limit, ApiParameter.Cursor],
            ExampleQuery = "?q=patient%20role&year=2020&limit=1",
            Problems = ["outdated-cursor"],
        }, ApiSeminars.ListAsync),
        (ApiAddresses.Seminars + "/{slug}", new("getSeminar", "Seminars", "Get a seminar", "One seminar with its abstract and links to its other forms. A slug that it had before leads to it by a 301.", typeof(SeminarRecord), ApiExamples.Seminar)
        {
            Named = ("slug", "The seminar's slug.", ApiExamples.Seminar.Slug),
            Problems = ["not-found", "withdrawn", "deleted"],
        }, ApiSeminars.ShowAsync),
        (ApiAddresses.Speakers, List("listSpeakers", "Speakers", "List speakers", "Everybody who has spoken, in alphabetical order of their family names.", typeof(ListOf<SpeakerRecord>), ApiExamples.Speakers), ApiHeadings.SpeakersAsync),
        (ApiAddresses.Speakers + "/{slug}", new("getSpeaker", "Speakers", "Get a speaker", "One person. The slug of another form of the name leads there by a 301.", typeof(SpeakerRecord), ApiExamples.Speaker)
        {
            Named = ("slug", "The person's slug.", ApiExamples.Speaker.Slug),
            Problems = ["not-found"],
        }, ApiHeadings.SpeakerAsync),
        (ApiAddresses.Authors, Headings("listAuthors", "List authors", "Those who posted seminars, in alphabetical order.", ApiExamples.Authors), ApiHeadings.AuthorsAsync),
        (ApiAddresses.Categories, Headings("listCategories", "List categories", "In alphabetical order, with their descriptions.", ApiExamples.Categories), ApiHeadings.CategoriesAsync),
        (ApiAddresses.Affiliations, Headings("listAffiliations", "List affiliations", "The institutions that speakers came from, in alphabetical order.", ApiExamples.Affiliations), ApiHeadings.AffiliationsAsync),
        (ApiAddresses.Tags, Headings("listTags", "List tags", "In alphabetical order.", ApiExamples.Tags), ApiHeadings.TagsAsync),
        (ApiAddresses.Years, new("listYears", "Headings", "List years", "The years in which seminars were held, newest first, all at once.", typeof(ListOf<YearRecord>), ApiExamples.Years), ApiHeadings.Years),
    ];

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // JSON is all that it can be taken for.
        });
        // A lambda: only then does the package find the docstrings of the records.
        services.AddOpenApi(options => ApiDocument.Describe(options));
        services.AddSingleton<ApiDocument>();
    }

    public static void MapApi(this WebApplication app)
    {
        foreach (var (route, operation, answer) in Operations)
        {
            var endpoint = app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], answer)
                .AddEndpointFilter(CheckAsync).WithName(operation.Id).WithTags(operation.Group).WithMetadata(operation, new FromArchiveAttribute(), new ReadsQueryAttribute())
                .Produces(StatusCodes.Status200OK, operation.Answer, "application/json");
            foreach (var status in operation.AllProblems.Select(p => p.Status).Distinct()) endpoint.Produces<ProblemRecord>(status, ApiProblem.MediaType);
        }

        app.MapMethods(ApiAddresses.Document, [HttpMethods.Get, HttpMethods.Head], ApiDocument.AnswerAsync).WithMetadata(new FromSettings()).ExcludeFromDescription();
        app.Map("/api/{**rest}", (HttpContext context) => ApiProblem.NotFound(context, "The operations of the API are described at /api/.")).ExcludeFromDescription();
    }

    /// <summary>What a sound request asks; for handlers of the operations.</summary>
    internal static ApiQuestion QuestionOf(HttpContext context) => (ApiQuestion)context.Items[typeof(ApiQuestion)]!;

    internal static ApiRecords RecordsOf(HttpContext context)
    {
        var site = context.RequestServices.GetRequiredService<SiteOptions>();
        return new ApiRecords(site, site.OriginOf(context.Request));
    }

    /// <summary>A list, its next stretch named in the headers too.</summary>
    internal static IResult List<T>(HttpContext context, ListOf<T> list)
    {
        if (list.Next is { } next) context.Response.Headers.Link = $"<{Addresses.Ascii(new Uri(next))}>; rel=\"next\"";
        return Results.Json((object)list);
    }

    private static ApiOperation List(string id, string group, string summary, string description, Type answer, object example) =>
        new(id, group, summary, description, answer, example) { Parameters = [ApiParameter.Limit, ApiParameter.Cursor] };

    private static ApiOperation Headings(string id, string summary, string description, object example) => List(id, "Headings", summary, description, typeof(ListOf<HeadingRecord>), example);

    private static ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var (question, problem) = ApiQuestion.Of(context, context.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiOperation>());
        if (problem is not null) return ValueTask.FromResult<object?>(problem);

        context.Items[typeof(ApiQuestion)] = question;
        return next(invocation);
    }
}
