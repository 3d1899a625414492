namespace SeminarArchive.Content;

/// <summary>Safe HTML of an abstract made fit to be read in another place than its page, such as a feed reader.</summary>
public static class ElsewhereHtml
{
    private static readonly string[] Addresses = ["href", "src", "cite"];

    /// <summary>
    /// The same with every address absolute. Ids are left out, since they could meet others there; what led to them leads to the page. Formulas are
    /// TeX again: where MathML is thrown away, <c>10^6</c> would become 106.
    /// </summary>
    /// <param name="page">The address at which the HTML stands.</param>
    public static string From(string html, Uri page)
    {
        if (!Array.Exists(Addresses, a => html.Contains(a + "=", StringComparison.Ordinal)) && !html.Contains(" id=", StringComparison.Ordinal) && !html.Contains("<math", StringComparison.Ordinal)) return html;

        var body = HtmlFragment.Parse(html);
        foreach (var element in body.QuerySelectorAll("[href], [src], [cite], [id]"))
        {
            element.RemoveAttribute("id");
            foreach (var name in Addresses)
            {
                if (element.GetAttribute(name) is not { } address) continue;
                if (Uri.TryCreate(page, address, out var absolute)) element.SetAttribute(name, absolute.AbsoluteUri);
                else element.RemoveAttribute(name);
            }
        }

        foreach (var formula in body.QuerySelectorAll("math"))
        {
            var tex = formula.GetAttribute("alttext")!;
            var marks = formula.GetAttribute("display") == "block" ? "$$" : Formulas.IsPlain(tex) ? "" : "$";
            formula.Replace(body.Owner!.CreateTextNode(marks + tex + marks));
        }

        return body.InnerHtml;
    }
}
