using Gates.Runner.PolicyWorkers;

namespace Gates.Runner;

internal static class Program
{
    public static int Main(string[] args) => args is [PolicyWorkerHost.Command]
        ? PolicyWorkerHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput())
        : args.Length;
}
