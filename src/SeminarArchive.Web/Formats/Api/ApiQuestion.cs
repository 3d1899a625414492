using System.Globalization;
using Microsoft.Extensions.Primitives;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>What a request asks, once it is known to be sound: each parameter is one that the operation has, and its value means something.</summary>
public sealed class ApiQuestion
{
    private readonly HttpRequest _request;
    private readonly ApiOperation _operation;

    private ApiQuestion(HttpRequest request, ApiOperation operation) => (_request, _operation) = (request, operation);

    /// <summary>At most so many items.</summary>
    public int Limit => One(ApiParameter.Limit) is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : ApiParameter.DefaultLimit;

    public string? Cursor => One(ApiParameter.Cursor);

    /// <summary>The list that is asked for, whatever stretch of it: path and query, the same for all ways of writing them.</summary>
    public string List => _request.Path.ToUriComponent() + Query(_operation.Parameters.Except([ApiParameter.Cursor, ApiParameter.Limit, ApiParameter.Expand]));

    public SeminarChoice Choice => new()
    {
        Year = One(ApiParameter.Year) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
        Category = One(ApiParameter.Category),
        Speaker = One(ApiParameter.Speaker),
        Affiliation = One(ApiParameter.Affiliation),
        Author = One(ApiParameter.Author),
        Tag = One(ApiParameter.Tag),
        WithSlides = All(ApiParameter.Has).Contains("slides"),
        WithRecording = All(ApiParameter.Has).Contains("recording"),
    };

    /// <summary>The question, or the first thing that is wrong with it. A parameter without a value counts as not given, as forms send it.</summary>
    public static (ApiQuestion? Question, IResult? Problem) Of(HttpContext context, ApiOperation operation)
    {
        foreach (var (name, values) in context.Request.Query)
        {
            if (operation.Parameters.SingleOrDefault(p => p.Name == name) is not { } parameter)
            {
                return (null, ApiProblem.BadParameter(context, name, operation.Parameters.Count == 0 ? "There are no parameters here." : $"There is no such parameter here; there are {string.Join(", ", operation.Parameters.Select(p => p.Name))}."));
            }

            var given = Given(values);
            if (given.Count > 1 && !parameter.Repeats) return (null, ApiProblem.BadParameter(context, name, "It is given more than once."));
            if (given.Select(parameter.Fault).FirstOrDefault(f => f is not null) is { } fault) return (null, ApiProblem.BadParameter(context, name, fault));
        }

        return (new ApiQuestion(context.Request, operation), null);
    }

    public string? One(ApiParameter parameter) => All(parameter) is [var value, ..] ? value : null;

    public bool Asks(ApiParameter parameter) => All(parameter).Count > 0;

    /// <summary>The absolute address of the same list, from the cursor on.</summary>
    public string AddressAt(string origin, Cursor? cursor)
    {
        var query = Query(_operation.Parameters.Except([ApiParameter.Cursor]));
        return origin + _request.Path.ToUriComponent() + query + (cursor is null ? "" : $"{(query.Length == 0 ? '?' : '&')}cursor={cursor}");
    }

    private List<string> All(ApiParameter parameter) => Given(_request.Query[parameter.Name]);

    private static List<string> Given(StringValues values) => [.. values.OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string Query(IEnumerable<ApiParameter> parameters)
    {
        var parts = parameters.SelectMany(p => All(p).Select(v => $"{p.Name}={Uri.EscapeDataString(v)}")).ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
