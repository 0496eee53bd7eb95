#include "formats/calendar.hpp"

#include <libical/ical.h>

#include <cstdlib>
#include <memory>

#include "derive/deadlines.hpp"
#include "formats/feeds.hpp"

namespace gongshi {
namespace {

struct CalendarEvent {
  std::string id;
  std::string summary;
  std::string address;
  Date from;
  Date to;  ///< the last day; `from` if it is not known
  int sequence = 0;
};

icaltimetype day_of(std::chrono::sys_days day) {
  const Date date = date_of(day);
  icaltimetype time = icaltime_null_date();
  time.year = date.year;
  time.month = date.month;
  time.day = date.day;
  return time;
}

class CalendarWriter {
 public:
  explicit CalendarWriter(const ViewContext& context)
      : m_calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free) {
    add(*m_calendar, icalproperty_new_version("2.0"));
    add(*m_calendar, icalproperty_new_prodid("-//gongshi//calendar//ZH"));
    icalproperty* name = icalproperty_new_x(context.site().config().title.text.c_str());
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    add(*m_calendar, name);
    m_stamp = day_of(context.site().as_of().last_day());
    m_stamp.is_date = 0;
    m_stamp.zone = icaltimezone_get_utc_timezone();
  }

  void add_event(const CalendarEvent& event) {
    icalcomponent* made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const Date last = event.to.known() ? event.to : event.from;
    add(*made, icalproperty_new_uid(event.id.c_str()));
    add(*made, icalproperty_new_dtstamp(m_stamp));
    add(*made, icalproperty_new_dtstart(day_of(event.from.last_day())));
    add(*made, icalproperty_new_dtend(day_of(last.last_day() + std::chrono::days(1))));  // not itself in it
    add(*made, icalproperty_new_sequence(event.sequence));
    add(*made, icalproperty_new_summary(event.summary.c_str()));
    add(*made, icalproperty_new_url(event.address.c_str()));
    add(*made, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(m_calendar.get(), made);
  }

  [[nodiscard]] std::string take() const {
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(m_calendar.get()),
                                                           &std::free);
    return text.get();
  }

 private:
  static void add(icalcomponent& component, icalproperty* property) {
    icalcomponent_add_property(&component, property);
  }

  std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> m_calendar;
  icaltimetype m_stamp{};
};

CalendarEvent event_of(const ViewContext& context, RecordKey key, const std::string& what,
                       std::string_view words) {
  CalendarEvent event;
  event.address = record_address(context, key);
  event.id = event.address + "#" + what;
  event.summary = context.sentence(words, {{"title", context.title(key)}});
  return event;
}

void add_deadline(const ViewContext& context, std::uint32_t index, CalendarWriter& writer) {
  const ItemState& state = context.site().state(index);
  if (!state.current_deadline.known() || state.status == ItemStatus::closed) return;
  CalendarEvent event = event_of(context, {Kind::item, index}, "deadline", "calendar.deadline");
  event.from = state.current_deadline;
  event.sequence = static_cast<int>(
      deadlines_of(*context.site().records().all<Item>()[index], context.site().as_of()).granted);
  writer.add_event(event);
}

void add_windows(const ViewContext& context, std::uint32_t index, CalendarWriter& writer) {
  const std::vector<Notice>& notices = context.site().records().all<Item>()[index]->notice;
  for (std::size_t n = 0; n < notices.size(); ++n) {
    if (!notices[n].from.known()) continue;
    CalendarEvent event =
        event_of(context, {Kind::item, index}, "notice-" + std::to_string(n + 1), "calendar.notice");
    event.from = notices[n].from;
    event.to = notices[n].to;
    writer.add_event(event);
  }
}

void add_bulletin_windows(const ViewContext& context, CalendarWriter& writer) {
  const auto& bulletins = context.site().records().all<Bulletin>();
  for (std::uint32_t i = 0; i < bulletins.size(); ++i) {
    const Period* window = bulletins[i]->window.get();
    if (window == nullptr || !window->from.known()) continue;
    CalendarEvent event = event_of(context, {Kind::bulletin, i}, "window", "calendar.notice");
    event.from = window->from;
    event.to = window->to;
    writer.add_event(event);
  }
}

void add_next_release(const ViewContext& context, CalendarWriter& writer) {
  const SiteConfig& config = context.site().config();
  const auto day = parse_date(config.next_release);
  if (!day) return;
  CalendarEvent event;
  event.address = config.base_url.text;
  event.id = event.address + "#next-release";
  event.summary = context.sentence("calendar.next_release", {{"title", config.title.text}});
  event.from = *day;
  writer.add_event(event);
}

}  // namespace

std::string calendar(const ViewContext& context) {
  CalendarWriter writer(context);
  const auto& items = context.site().records().all<Item>();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i]->withdrawn || context.site().state(i).left != ItemState::Left::no) continue;
    add_deadline(context, i, writer);
    add_windows(context, i, writer);
  }
  add_bulletin_windows(context, writer);
  add_next_release(context, writer);
  return writer.take();
}

}  // namespace gongshi
