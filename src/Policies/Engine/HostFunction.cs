using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Gates.Policies.Engine;

/// <summary>Functions of ours that scripts may call and may not replace.</summary>
internal static class HostFunction
{
    public static void Add(ObjectInstance target, string name, Func<JsValue, JsValue[], JsValue> function, int length, bool enumerable = true)
    {
        var instance = new ClrFunction(target.Engine, name, Traced, length, PropertyFlag.AllForbidden);
        instance.PreventExtensions();
        target.FastSetProperty(name, new PropertyDescriptor(instance, writable: false, enumerable, configurable: false));

        JsValue Traced(JsValue self, JsValue[] arguments)
        {
            try
            {
                return function(self, arguments);
            }
            catch (StoppedException e)
            {
                e.Trace ??= StackPlace.Caller(target.Engine);
                throw;
            }
        }
    }
}
