using System.Net;
using System.Net.Sockets;

namespace SeminarArchive.Web;

/// <summary>
/// The address at which the people who keep the archive see its status. A door of its own, by default only this machine's;
/// what is asked there never depends on a header that a visitor could send.
/// </summary>
public sealed class Management
{
    private readonly int? _port;

    private Management(int? port, string? fault) => (_port, Fault) = (port, fault);

    /// <summary>Why there is no such address although one was asked for; null when all is well.</summary>
    public string? Fault { get; }

    /// <summary>Opens the address beside the public ones. One that another program has is gone without, so that the site starts all the same.</summary>
    public static Management Open(WebApplicationBuilder builder, SiteOptions site)
    {
        if (site.ManagementUrl.Length == 0 || builder.Environment.IsDevelopment()) return new Management(null, null);

        var url = new Uri(site.ManagementUrl);
        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.Host.Trim('[', ']'));
        try
        {
            using var probe = new TcpListener(address, url.Port);
            probe.Start();
        }
        catch (SocketException e)
        {
            return new Management(null, $"{site.ManagementUrl}: {e.Message}");
        }

        // Addresses named in code displace those of the configuration, unless both are put into one list.
        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()) builder.WebHost.ConfigureKestrel(k => k.Listen(address, url.Port));
        else builder.WebHost.UseUrls(string.Join(';', PublicUrls(builder.Configuration).Append(site.ManagementUrl)));
        return new Management(url.Port, null);
    }

    /// <summary>Whether the request came in by this door.</summary>
    public bool Admits(ConnectionInfo connection) => _port is { } port && connection.LocalPort == port;

    private static IEnumerable<string> PublicUrls(ConfigurationManager configuration)
    {
        if (configuration["urls"] is { Length: > 0 } urls) return urls.Split(';', StringSplitOptions.RemoveEmptyEntries);

        var ports = Ports("http_ports", "http").Concat(Ports("https_ports", "https")).ToList();
        return ports.Count > 0 ? ports : ["http://localhost:5000"];

        IEnumerable<string> Ports(string key, string scheme) =>
            (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => $"{scheme}://*:{p}");
    }
}
