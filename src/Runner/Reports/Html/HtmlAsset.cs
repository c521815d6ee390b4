using System.Security.Cryptography;
using System.Text;
using Gates.Doors.Files;

namespace Gates.Runner.Reports.Html;

/// <summary>A style sheet or script of the page, as it stands in this program.</summary>
internal sealed class HtmlAsset
{
    private HtmlAsset(string name)
    {
        Text = new EmbeddedFiles(typeof(HtmlAsset).Assembly).Text("Reports/Html/" + name);
        Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    public static HtmlAsset Style { get; } = new("report.css");

    public static HtmlAsset Script { get; } = new("report.js");

    /// <value>What must run before the page is painted.</value>
    public static HtmlAsset Theme { get; } = new("theme.js");

    public string Text { get; }

    /// <value>How a content security policy names exactly this text.</value>
    public string Source { get; }
}
