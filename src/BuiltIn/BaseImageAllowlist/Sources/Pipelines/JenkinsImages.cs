using System.Text.RegularExpressions;
using Gates.BuiltIn.BaseImageAllowlist.Builds;
using Gates.Formats.Jenkinsfiles;
using Gates.Formats.Shell;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Pipelines;

/// <summary>Images that a Jenkinsfile names as plain text: agents, and <c>docker.image('…')</c>. Groovy itself is not run.</summary>
internal sealed partial class JenkinsImages : IImageSource
{
    private const string Kind = "Jenkinsfile image";

    public void Read(SourceText source, CollectedImages into)
    {
        if (!JenkinsSteps.IsJenkinsfile(source.Path))
        {
            return;
        }

        into.AddFile(source);
        ReadScripts(source, into);
        foreach (Match match in Named().Matches(source.Text))
        {
            var text = match.Groups["image"].Value;
            var line = source.LineAt(match.Groups["image"].Index);
            if (text.Contains('$', StringComparison.Ordinal))
            {
                into.AddUnknown(source, Kind, text, "docker", line, "it is only known to the run; write the image");
            }
            else
            {
                into.AddImage(source, Kind, text, "docker", line);
            }
        }
    }

    /// <summary>What its steps build and pull, and <c>docker.build('name', 'arguments')</c>, which is the same.</summary>
    private static void ReadScripts(SourceText source, CollectedImages into)
    {
        foreach (var step in JenkinsSteps.Read(source.Text))
        {
            var dialect = step.IsPowerShell ? ShellDialect.PowerShell : ShellDialect.Posix;
            BuildScript.Read(step.Script, step.Line, "", source, into, dialect: dialect);
        }

        foreach (Match match in Built().Matches(source.Text))
        {
            var arguments = match.Groups["arguments"] is { Success: true } given ? given.Value : ".";
            BuildScript.Read("docker build " + arguments, source.LineAt(match.Index), "", source, into);
        }
    }

    [GeneratedRegex(
        @"\bdocker\.build\s*\(\s*(?:(?<p>['""])[^'""\r\n]{1,500}\k<p>|[\w.]+)\s*(?:,\s*(?<q>['""])(?<arguments>[^'""\r\n]{1,2000})\k<q>\s*)?\)",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Built();

    [GeneratedRegex(
        @"(?:docker\.image\s*\(\s*|\bdocker\s*\{[^{}]{0,2000}?\bimage\s+|\bdocker\s+)(?<q>['""])(?<image>[^'""\r\n]{1,500})\k<q>",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Named();
}
