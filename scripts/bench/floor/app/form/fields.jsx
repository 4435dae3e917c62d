/** A label and a hint above a control. */
export function Field({ name, label, hint, children }) {
  return (
    <div>
      <label htmlFor={name} className="block text-lg font-semibold">
        {label}
      </label>
      {hint ? <p className="mt-1 text-base text-gray-600">{hint}</p> : null}
      <div className="mt-2">{children}</div>
    </div>
  )
}

export function Control(props) {
  return (
    <input
      id={props.name}
      type="text"
      className="block h-12 w-full rounded-md border border-gray-500 bg-white px-3 text-lg focus:ring-2 focus:ring-blue-600 focus:outline-none"
      {...props}
    />
  )
}

/** A group of radios under a legend. */
export function Choices({ name, label, options }) {
  return (
    <fieldset>
      <legend className="text-lg font-semibold">{label}</legend>
      <div className="mt-2 grid grid-cols-2 gap-3">
        {options.map((option) => (
          <label key={option} className="flex items-center gap-3 text-lg">
            <input type="radio" name={name} value={option} className="size-6 border-gray-500 text-blue-700" />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
