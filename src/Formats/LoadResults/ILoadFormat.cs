using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults;

/// <summary>Reads one format of load test results. A new format is one file and one line in <see cref="LoadResultReader"/>.</summary>
internal interface ILoadFormat
{
    /// <summary>Reads the run, or returns <see langword="null"/> when the content is of another format.</summary>
    /// <exception cref="EvaluationException">It is of this format and cannot be read.</exception>
    LoadRun? TryRead(LoadInput input, MetricNeeds needs, CancellationToken cancellationToken);
}
