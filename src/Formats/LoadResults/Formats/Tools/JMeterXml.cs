using System.Globalization;
using System.Xml;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>
/// JMeter's results as XML (JTL 1.2): <c>t</c> and <c>ts</c> are milliseconds. A <c>sample</c> with samples inside is a transaction, of which those count;
/// what is
/// inside an <c>httpSample</c> is a redirect or an embedded resource, and part of it.
/// </summary>
internal sealed class JMeterXml : ILoadFormat
{
    public LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken)
    {
        if (!input.Head.TrimStart(" \t\r\n"u8).StartsWith("<"u8) || input.Head.IndexOf("<testResults"u8) < 0)
        {
            return null;
        }

        using var content = input.Open();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = 0 };
        using var reader = XmlReader.Create(content, settings);
        var requests = new RequestCollector(input.Path, needs);
        try
        {
            Read(reader, input.Path, requests, cancellationToken);
        }
        catch (XmlException e) when (e.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase))
        {
            requests.Doubt(string.Create(
                CultureInfo.InvariantCulture,
                $"the file ends in line {e.LineNumber} before its last element is closed, so the run was cut off"));
        }
        catch (XmlException e)
        {
            throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{e.LineNumber}: JMeter's results are no valid XML"), e);
        }

        return requests.ToRun("JMeter results (XML)");
    }

    private static void Read(XmlReader reader, string path, RequestCollector requests, CancellationToken cancellationToken)
    {
        var within = new Stack<string>();
        Sample? open = null;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                within.Pop();
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName is "httpSample" or "sample" && !within.Contains("httpSample"))
            {
                // What is inside comes next, and says that the sample before it was a transaction.
                open?.AddTo(requests, isTransaction: within.Contains("sample") && open.Depth < reader.Depth);
                open = Sample.Read(reader, path);
            }

            if (!reader.IsEmptyElement)
            {
                within.Push(reader.LocalName);
            }
        }

        open?.AddTo(requests, isTransaction: false);
    }

    private sealed record Sample(double Milliseconds, long Ticks, bool IsFailed, string? Label, string? Status, int Line, int Depth)
    {
        public static Sample Read(XmlReader reader, string path)
        {
            var line = ((IXmlLineInfo)reader).LineNumber;
            return new Sample(
                Number(reader, "t", path, line),
                DateTime.UnixEpoch.Ticks + ((long)Number(reader, "ts", path, line) * TimeSpan.TicksPerMillisecond),
                reader.GetAttribute("s") is { } success && success != "true",
                reader.GetAttribute("lb"),
                reader.GetAttribute("rc"),
                line,
                reader.Depth);
        }

        public void AddTo(RequestCollector requests, bool isTransaction)
        {
            requests.Begin();
            requests.Tag("label"u8, Label);
            requests.Tag("status"u8, Status);
            if (isTransaction)
            {
                requests.AddTransaction(Milliseconds, Ticks, Line);
            }
            else
            {
                requests.Add(Milliseconds, IsFailed, Ticks, Line);
            }
        }

        private static double Number(XmlReader reader, string name, string path, int line) =>
            long.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1L << 44
                ? number
                : throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{line}: a sample of JMeter has no whole milliseconds in its attribute {name}"));
    }
}
