using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace SeminarArchive.Web.Formats.Api;

/// <summary>The API described after OpenAPI 3.1, from its <see cref="ApiRoutes.Operations"/> and the docstrings of its records.</summary>
public sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    private const string Name = "v1";

    private const string ExampleRequest = "x-example-request";

    // One thing made once: its parts do not change while the program runs.
    private readonly Lazy<Task<OpenApiDocument>> _document = new(() => provider.GetOpenApiDocumentAsync());

    private const string Conventions =
        """
        Everything is read only and needs no key; GET and HEAD are answered, for pages of any origin.

        Names are in camelCase. What is not known is left out, never null. Dates are ISO 8601 and as exact as is known: `2020-02-13`, `2020-02` or `2020`. Addresses are absolute.

        Lists come in stretches: `next`, which is also in the header `Link`, is where the list goes on; without it the list is at its end. A list in a fixed order goes on after the last item that was given, so that none is repeated or missed when others come or go meanwhile. Results of a search are ranked: when the archive has changed since they began, the next stretch is refused with 409, since their order may be another.

        A parameter without a value counts as not given; one that an operation does not have is refused, so that no slip of the pen passes for an answer. A slug that the archive does not know leaves an empty list.

        Every answer has an `ETag` and `Last-Modified`; who asks again with `If-None-Match` is told 304 where nothing has changed. Addresses are written in one way: capitals and a final slash are answered by a 301.
        """;

    /// <summary>As served at the origin given.</summary>
    public async Task<OpenApiDocument> AtAsync(string origin) => new(await _document.Value) { Servers = [new OpenApiServer { Url = origin }] };

    /// <summary>The address by which the example of an operation is asked for.</summary>
    public static string RequestOf(OpenApiOperation operation) => ((JsonNodeExtension)operation.Extensions![ExampleRequest]).Node.GetValue<string>();

    internal static async Task<IResult> AnswerAsync(HttpContext context, ApiDocument document, SiteOptions site, CancellationToken cancel)
    {
        var described = await document.AtAsync(site.OriginOf(context.Request));
        return Results.Text(await described.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel), "application/json; charset=utf-8");
    }

    internal static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = d => d.HttpMethod == HttpMethods.Get && OperationOf(d) is not null;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? Plain(name) : null;
        options.AddSchemaTransformer((schema, _, _) => LeaveOutNull(schema));
        options.AddOperationTransformer(CompleteAsync);
        options.AddDocumentTransformer((document, context, _) => IntroduceAsync(document, context.ApplicationServices.GetRequiredService<SiteOptions>()));
    }

    private static ApiOperation? OperationOf(ApiDescription description) => description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().SingleOrDefault();

    // ListOfOfHeadingRecord → HeadingList, SeminarRecord → Seminar.
    private static string Plain(string name) => name.StartsWith("ListOfOf", StringComparison.Ordinal) ? Plain(name["ListOfOf".Length..]) + "List" : name.Replace("Record", "", StringComparison.Ordinal);

    // What is not known is left out, so that nothing is null.
    private static Task LeaveOutNull(OpenApiSchema schema)
    {
        schema.Type &= ~JsonSchemaType.Null;
        if (schema.Enum is { Count: > 0 }) schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    private static Task IntroduceAsync(OpenApiDocument document, SiteOptions site)
    {
        document.Info = new OpenApiInfo { Title = $"{site.Title}: API", Version = "1", Description = Conventions };
        document.Servers = [];
        foreach (var tag in document.Tags!) tag.Description = tag.Name switch { "Seminars" => "Seminars, one by one and in lists.", "Speakers" => "Those who have spoken.", _ => "What seminars are gathered under." };
        foreach (var properties in document.Components!.Schemas!.Values.Select(s => s.Properties).OfType<IDictionary<string, IOpenApiSchema>>())
        {
            foreach (var (name, property) in properties.ToList())
            {
                if (property.OneOf?.OfType<OpenApiSchemaReference>().SingleOrDefault() is { } reference) properties[name] = reference;
            }
        }

        return Task.CompletedTask;
    }

    private static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var own = OperationOf(context.Description)!;
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        (operation.Summary, operation.Description) = (own.Summary, own.Description);
        operation.Security = [];
        operation.Parameters = [];
        if (own.Named is var (name, meaning, example))
        {
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example });
        }

        foreach (var parameter in own.Parameters)
        {
            operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Schema = parameter.Schema, Example = parameter.Example?.DeepClone() });
        }

        var path = "/" + context.Description.RelativePath!;
        operation.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
        {
            [ExampleRequest] = new JsonNodeExtension(ApiExamples.Origin + (own.Named is var (slug, _, value) ? path.Replace($"{{{slug}}}", value, StringComparison.Ordinal) : path) + own.ExampleQuery),
        };
        var good = (OpenApiResponse)operation.Responses!["200"];
        good.Description = "As asked.";
        good.Content!["application/json"].Example = JsonSerializer.SerializeToNode(own.Example, own.Answer, json);
        foreach (var kinds in own.AllProblems.GroupBy(k => k.Status))
        {
            ((OpenApiResponse)operation.Responses[kinds.Key.ToString(CultureInfo.InvariantCulture)]).Description = string.Join(" Or: ", kinds.Select(k => $"{k.Title}. {k.Meaning}"));
        }

        return Task.CompletedTask;
    }
}
