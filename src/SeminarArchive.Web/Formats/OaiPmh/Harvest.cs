using System.Globalization;
using System.Xml;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>Answers one request of a harvester. However long the list, an answer holds one page of it and asks the database equally often.</summary>
internal sealed class Harvest(Archive archive, SiteOptions site, Answer answer, CancellationToken cancel)
{
    private const string SampleKey = "patient-role";

    private readonly Arguments _arguments = answer.Arguments;
    private readonly XmlWriter _xml = answer.Xml;

    public Task RunAsync()
    {
        if (_arguments.Problems.Count > 0)
        {
            answer.Refuse(_arguments.Problems);
            return Task.CompletedTask;
        }

        return _arguments.Verb switch
        {
            "Identify" => IdentifyAsync(),
            "ListMetadataFormats" => ListFormatsAsync(),
            "ListSets" => ListSetsAsync(),
            "GetRecord" => GetRecordAsync(),
            _ => ListAsync(),
        };
    }

    private async Task IdentifyAsync()
    {
        var first = await archive.FirstChangeAsync(cancel) ?? answer.Now.ToUnixTimeSeconds();
        var host = RecordIdentifier.HostOf(answer.Origin);
        answer.Begin();
        _xml.Element("repositoryName", site.Title);
        _xml.Element("baseURL", answer.BaseUrl);
        _xml.Element("protocolVersion", "2.0");
        _xml.Element("adminEmail", site.AdminEmail.Length > 0 ? site.AdminEmail : MailboxOf(host));
        _xml.Element("earliestDatestamp", Datestamp.Of(first));
        // Deletions do not outlive the database, which a new version of the program may have to rebuild; what is withdrawn in its file stays so for ever.
        _xml.Element("deletedRecord", "transient");
        _xml.Element("granularity", "YYYY-MM-DDThh:mm:ssZ");
        _xml.Element("compression", "gzip");
        _xml.Element("compression", "br");
        if (!RecordIdentifier.IsDomain(host)) return;

        const string ns = "http://www.openarchives.org/OAI/2.0/oai-identifier";
        _xml.Begin("description");
        _xml.WriteStartElement("oai-identifier", ns);
        _xml.SchemaLocation(ns, ns + ".xsd");
        _xml.Element("scheme", "oai");
        _xml.Element("repositoryIdentifier", host);
        _xml.Element("delimiter", ":");
        _xml.Element("sampleIdentifier", RecordIdentifier.Of(answer.Origin, SampleKey));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    // The mailbox that RFC 2142 keeps for who looks after a website; of a host that has no mail, one that is known by its name to be none.
    private static string MailboxOf(string host) => RecordIdentifier.IsDomain(host) ? $"webmaster@{host}" : $"webmaster@{host}.invalid";

    private async Task ListFormatsAsync()
    {
        if (_arguments.Identifier is { } identifier && await RecordAsync(identifier) is null)
        {
            answer.Refuse(Unknown(identifier));
            return;
        }

        answer.Begin();
        foreach (var format in MetadataFormat.All)
        {
            _xml.Begin("metadataFormat");
            _xml.Element("metadataPrefix", format.Prefix);
            _xml.Element("schema", format.Schema);
            _xml.Element("metadataNamespace", format.Namespace);
            _xml.WriteEndElement();
        }
    }

    private async Task ListSetsAsync()
    {
        if (_arguments.Token is not null)
        {
            answer.Refuse(new Problem(Problem.Token, "The list of sets is given in one answer, and has no resumption tokens."));
            return;
        }

        var (years, categories) = await archive.RecordGroupsAsync(cancel);
        answer.Begin();
        WriteSet(RecordSet.Categories, "Seminars in a category");
        foreach (var category in categories) WriteSet(RecordSet.OfCategory(category.Slug), category.Name);
        WriteSet(RecordSet.Years, "Seminars by year");
        foreach (var year in years) WriteSet(RecordSet.OfYear(year), string.Create(CultureInfo.InvariantCulture, $"Seminars of {year:0000}"));
    }

    private void WriteSet(string spec, string name)
    {
        _xml.Begin("set");
        _xml.Element("setSpec", spec);
        _xml.Element("setName", name);
        _xml.WriteEndElement();
    }

    private async Task GetRecordAsync()
    {
        var identifier = _arguments.Identifier!;
        var record = await RecordAsync(identifier);
        var format = MetadataFormat.Find(_arguments.Prefix);
        List<Problem> problems = [];
        if (record is null) problems.Add(Unknown(identifier));
        if (format is null) problems.Add(NoFormat(_arguments.Prefix!));
        if (problems.Count > 0)
        {
            answer.Refuse(problems);
            return;
        }

        await WriteAsync([record!], format);
    }

    private async Task ListAsync()
    {
        ResumptionToken? token = null;
        if (_arguments.Token is { } text && ((token = ResumptionToken.Parse(text)) is null || token.Verb != _arguments.Verb))
        {
            answer.Refuse(new Problem(Problem.Token, token is null ? "That is no resumption token of this archive." : $"That resumption token is one of {token.Verb}."));
            return;
        }

        var (prefix, set) = (token?.Prefix ?? _arguments.Prefix!, token is null ? _arguments.Set : token.Set);
        if (MetadataFormat.Find(prefix) is not { } format)
        {
            answer.Refuse(NoFormat(prefix));
            return;
        }

        var (from, until) = token is null ? (_arguments.From, _arguments.Until) : (token.From, token.Until);
        var selection = new RecordSelection(from is null ? 0 : Datestamp.Parse(from)?.First ?? 0, until is null ? long.MaxValue : Datestamp.Parse(until)?.Last ?? long.MaxValue);
        selection = set is null ? selection : RecordSet.Narrow(selection, set);
        var records = selection is null ? [] : await archive.RecordsAsync(selection, token is null ? null : (token.ChangedAt, token.Key), OaiRepository.PageSize + 1, cancel);
        if (records.Count == 0)
        {
            answer.Refuse(token is null
                ? new Problem(Problem.Empty, "No record matches from, until and set.")
                : new Problem(Problem.Token, "What was left of this list has changed since; ask for it anew."));
            return;
        }

        var page = records.Take(OaiRepository.PageSize).ToList();
        var (sent, isLast) = (token?.Sent ?? 0, records.Count <= OaiRepository.PageSize);
        var size = Math.Max(token?.Size ?? (isLast ? page.Count : await archive.CountRecordsAsync(selection!, cancel)), sent + records.Count);
        await WriteAsync(page, _arguments.Verb == "ListRecords" ? format : null);
        if (isLast && token is null) return;

        var next = isLast ? "" : new ResumptionToken(_arguments.Verb, prefix, from, until, set, sent + page.Count, size, page[^1].ChangedAt, page[^1].Key).ToString();
        _xml.Begin("resumptionToken", ("completeListSize", size.ToString(CultureInfo.InvariantCulture)), ("cursor", sent.ToString(CultureInfo.InvariantCulture)));
        _xml.WriteString(next);
        _xml.WriteEndElement();
    }

    /// <summary>Writes records, or their headers alone where no format is given.</summary>
    private async Task WriteAsync(IReadOnlyList<ArchiveRecord> records, MetadataFormat? format)
    {
        var categories = await archive.CategoriesOfAsync([.. records.Select(r => r.SeminarId).OfType<int>()], cancel);
        var seminars = format is null ? null : await archive.DescribedAsync([.. records.Where(r => !r.IsDeleted).Select(r => r.SeminarId!.Value)], cancel);
        answer.Begin();
        foreach (var record in records)
        {
            if (format is null)
            {
                WriteHeader(record, categories);
                continue;
            }

            _xml.Begin("record");
            WriteHeader(record, categories);
            if (!record.IsDeleted)
            {
                _xml.Begin("metadata");
                format.Write(_xml, new Description(seminars![record.SeminarId!.Value], site, answer.Origin, RecordIdentifier.Of(answer.Origin, record.Key)));
                _xml.WriteEndElement();
            }

            _xml.WriteEndElement();
        }
    }

    private void WriteHeader(ArchiveRecord record, ILookup<int, string> categories)
    {
        _xml.Begin("header", ("status", record.IsDeleted ? "deleted" : null));
        _xml.Element("identifier", RecordIdentifier.Of(answer.Origin, record.Key));
        _xml.Element("datestamp", Datestamp.Of(record.ChangedAt));
        foreach (var slug in record.SeminarId is { } id ? categories[id] : record.FormerCategories.Split('\n', StringSplitOptions.RemoveEmptyEntries)) _xml.Element("setSpec", RecordSet.OfCategory(slug));
        _xml.Element("setSpec", RecordSet.OfYear(record.Year));
        _xml.WriteEndElement();
    }

    private async Task<ArchiveRecord?> RecordAsync(string identifier) => RecordIdentifier.KeyOf(answer.Origin, identifier) is { } key ? await archive.RecordAsync(key, cancel) : null;

    private static Problem Unknown(string identifier) => new(Problem.Identifier, $"{Arguments.Quote(identifier)} is no record of this archive.");

    private static Problem NoFormat(string prefix) => new(Problem.Format, $"There is no format {Arguments.Quote(prefix)}; there are {string.Join(" and ", MetadataFormat.All.Select(f => f.Prefix))}.");
}
