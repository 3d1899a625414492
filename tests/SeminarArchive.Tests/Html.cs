using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace SeminarArchive.Tests;

/// <summary>What tests read off a page.</summary>
internal static class Html
{
    extension(IParentNode node)
    {
        /// <summary>The texts of all matching elements in the order of the page, white space squeezed as a browser does.</summary>
        public IEnumerable<string> Texts(string selector) => node.QuerySelectorAll(selector).Select(e => Regex.Replace(e.TextContent, @"\s+", " ").Trim());

        /// <summary>The text of the one matching element.</summary>
        public string Text(string selector) => Assert.Single(node.Texts(selector));

        /// <summary>The titles of the listed seminars.</summary>
        public IEnumerable<string> Titles() => node.Texts("main article.row .row__t");

        /// <summary>The titles of the results that have every word.</summary>
        public IEnumerable<string> Found() => node.QuerySelectorAll("main .results > li").TakeWhile(li => !li.ClassList.Contains("break")).SelectMany(li => li.Texts(".row__t"));

        /// <summary>The <c>href</c> of all matching links.</summary>
        public IEnumerable<string?> Links(string selector) => node.QuerySelectorAll(selector).Select(e => e.GetAttribute("href"));
    }
}
