using System.Text;
using System.Xml;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>One answer of the repository: what every answer says, around either what was asked for or why it cannot be given.</summary>
public sealed class Answer : IDisposable
{
    private const string Namespace = "http://www.openarchives.org/OAI/2.0/";

    private readonly MemoryStream _text = new();
    private readonly DateTimeOffset _now;

    public Answer(DateTimeOffset now, string origin, Arguments arguments)
    {
        (_now, Origin, Arguments) = (now, origin, arguments);
        Xml = XmlWriter.Create(_text, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true });
    }

    /// <summary>Scheme and host of the public address.</summary>
    public string Origin { get; }

    public string BaseUrl => Origin + OaiRepository.Address;

    public Arguments Arguments { get; }

    public DateTimeOffset Now => _now;

    public XmlWriter Xml { get; }

    /// <summary>Begins what was asked for, which is named as the verb.</summary>
    public void Begin()
    {
        BeginEnvelope();
        Xml.WriteStartElement(Arguments.Verb);
    }

    /// <summary>Says why nothing can be given; one problem or more.</summary>
    public void Refuse(params IEnumerable<Problem> problems)
    {
        BeginEnvelope();
        foreach (var problem in problems) Xml.Element("error", problem.Text, ("code", problem.Code));
    }

    public async Task SendAsync(Stream body, CancellationToken cancel)
    {
        Xml.WriteEndDocument();
        Xml.Flush();
        _text.Position = 0;
        await _text.CopyToAsync(body, cancel);
    }

    public void Dispose()
    {
        Xml.Dispose();
        _text.Dispose();
    }

    private void BeginEnvelope()
    {
        Xml.WriteStartDocument();
        Xml.WriteStartElement("OAI-PMH", Namespace);
        Xml.SchemaLocation(Namespace, "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
        Xml.Element("responseDate", Datestamp.Of(_now));
        Xml.Element("request", BaseUrl, [.. Arguments.Repeated.Select(r => (r.Name, (string?)r.Value))]);
    }
}
